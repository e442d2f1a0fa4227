using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>The way in which training jobs are started.</summary>
internal static class TrainingServices
{
    /// <summary>Registers training as a child process that works on the same stores and under the same pseudonym key.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="stores">The stores of this process.</param>
    /// <param name="pseudonymKey">Setting <c>Pseudonyms:Key</c>; null where the key lies beside the stores.</param>
    public static IServiceCollection AddTrainingJobs(this IServiceCollection services, StoreSettings stores, string? pseudonymKey) => services
        .AddSingleton(new TrainingJobOptions { Environment = StoreEnvironment.From(stores, pseudonymKey) })
        .AddSingleton<ChildProcessTrainingJobs>()
        .AddSingleton<ITrainingJobs>(provider => provider.GetRequiredService<ChildProcessTrainingJobs>())
        .AddHostedService(provider => provider.GetRequiredService<ChildProcessTrainingJobs>());
}
