using BundleFunctions.Bandits;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Feedback.Sales;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What is tried out, and how it is told what it earned.</summary>
internal static class ExperimentServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="secret">The deployment's secret: recommendation ids are signed under keys that are made of it.</param>
    public static IServiceCollection AddExperiments(this IServiceCollection services, byte[] secret) => services
        .AddSingleton(new RecommendationIds(secret))
        .AddSingleton<ExperimentStore>()
        .AddSingleton<BanditTables>()
        .AddSingleton<ExperimentShelf>()
        .AddSingleton<SalesReporter>()
        .AddSingleton<ExperimentKeeper>();
}
