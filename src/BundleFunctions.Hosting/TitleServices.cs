using BundleFunctions.Bundling.Titles;
using BundleFunctions.Hosting.Chat;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Titles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>Who names bundles that are made while somebody waits: rules, or a language model where the settings name its endpoint.</summary>
internal static class TitleServices
{
    public static IServiceCollection AddTitles(this IServiceCollection services, IConfiguration configuration)
    {
        var options = OptionsReader.Read(configuration, TitleOptions.SectionName, new TitleOptions(), options => options.Validate());
        return options.Endpoint is null
            ? services.AddSingleton<ITitleWriter, RuleTitleWriter>()
            : services.AddSingleton<ITitleWriter>(provider => new ChatTitleWriter(
                ChatEndpoint.Client(),
                options,
                provider.GetRequiredService<TimeProvider>()));
    }
}
