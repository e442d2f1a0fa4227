using BundleFunctions.Assistant;
using BundleFunctions.Assistant.Phrasing;
using BundleFunctions.Hosting.Assistant;
using BundleFunctions.Hosting.Chat;
using BundleFunctions.Hosting.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>Answers in plain language; worded by a language model where the settings name its endpoint.</summary>
internal static class AssistantServices
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration)
    {
        var options = OptionsReader.Read(configuration, AssistantOptions.SectionName, new AssistantOptions(), options => options.Validate());
        services.AddSingleton(options).AddSingleton<ShopAssistant>();
        return options.Endpoint is null
            ? services.AddSingleton<IAnswerPhraser, NoPhraser>()
            : services.AddSingleton<IAnswerPhraser>(provider => new ChatAnswerPhraser(ChatEndpoint.Client(), options, provider.GetRequiredService<TimeProvider>()));
    }
}
