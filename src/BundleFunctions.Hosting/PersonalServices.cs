using BundleFunctions.Hosting.Settings;
using BundleFunctions.Privacy;
using BundleFunctions.Serving;
using BundleFunctions.Sessions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What knows persons by their pseudonyms: live sessions, and the rooms that make it forget them.</summary>
internal static class PersonalServices
{
    public static IServiceCollection AddPersonal(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(OptionsReader.Read(configuration, SessionOptions.SectionName, new SessionOptions(), options => options.Validate()))
        .AddSingleton<OptOutList>()
        .AddSingleton<ReceiptSigner>()
        .AddSingleton<PersonEraser>()
        .AddSingleton<PersonExporter>()
        .AddSingleton<RetentionSweeper>()
        .AddSingleton<PrivacyKeeper>()
        .AddSingleton<OptOutDesk>()
        .AddSingleton<LiveSessions>()
        .AddSingleton<UserBundles>();
}
