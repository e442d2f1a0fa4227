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
    /// <param name="secrets">The deployment's secrets, the newest first: recommendation ids are signed under keys that are made of them.</param>
    public static IServiceCollection AddExperiments(this IServiceCollection services, IReadOnlyList<byte[]> secrets) => services
        .AddSingleton(new RecommendationIds(secrets))
        .AddSingleton<ExperimentStore>()
        .AddSingleton<BanditTables>()
        .AddSingleton<ExperimentShelf>()
        .AddSingleton<SalesReporter>()
        .AddSingleton<SalesDesk>()
        .AddSingleton<ExperimentKeeper>();
}
