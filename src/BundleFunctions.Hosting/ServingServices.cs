using BundleFunctions.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What makes answers.</summary>
internal static class ServingServices
{
    public static IServiceCollection AddServing(this IServiceCollection services) => services
        .AddSingleton<BundleReader>()
        .AddSingleton<AnswerContextMaker>();
}
