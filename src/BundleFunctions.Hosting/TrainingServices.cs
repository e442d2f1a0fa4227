using Azure.Identity;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.TrainingJobs;
using BundleFunctions.Hosting.TrainingJobs.Attached;
using BundleFunctions.Hosting.TrainingJobs.ContainerApps;
using BundleFunctions.Ports;
using BundleFunctions.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>The way in which training jobs are started, as setting <c>Training:Job</c> chooses it.</summary>
internal static class TrainingServices
{
    /// <summary>Registers training that works on the same stores and under the same pseudonym key as this process.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">The settings.</param>
    /// <param name="stores">The stores of this process.</param>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static IServiceCollection AddTrainingJobs(this IServiceCollection services, IConfiguration configuration, StoreSettings stores)
    {
        var jobs = OptionsReader.Read(configuration, TrainingJobOptions.SectionName, new TrainingJobOptions(), options => options.Validate());
        var container = OptionsReader.Read(
            configuration, ContainerJobOptions.SectionName, new ContainerJobOptions(), options => jobs.Job is TrainingJobKinds.Container ? options.Validate() : null);
        var apps = OptionsReader.Read(
            configuration, ContainerAppsOptions.SectionName, new ContainerAppsOptions(), options => jobs.Job is TrainingJobKinds.ContainerApps ? options.Validate() : null);
        if (jobs.Job is TrainingJobKinds.ContainerApps && stores.Blobs == BlobStoreKind.Folder)
        {
            throw new SettingException("Training:Job", "is 'container-apps', which cannot reach a folder of this machine; it needs ShopStorage:serviceUri");
        }

        var pseudonymKey = configuration["Pseudonyms:Key"];
        var settings = TrainingEnvironment.From(configuration, sameMachine: jobs.Job is TrainingJobKinds.Process);
        return services
            .AddSingleton(OptionsReader.Read(configuration, RetrainOptions.SectionName, new RetrainOptions(), options => options.Validate()))
            .AddSingleton(jobs)
            .AddSingleton<IJobWay>(provider => MakeWay(jobs, container, apps, stores, pseudonymKey, settings, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<LeasedTrainingJobs>()
            .AddSingleton<ITrainingJobs>(provider => provider.GetRequiredService<LeasedTrainingJobs>())
            .AddHostedService(provider => provider.GetRequiredService<LeasedTrainingJobs>());
    }

    private static IJobWay MakeWay(
        TrainingJobOptions jobs,
        ContainerJobOptions container,
        ContainerAppsOptions apps,
        StoreSettings stores,
        string? pseudonymKey,
        IReadOnlyDictionary<string, string?> settings,
        TimeProvider clock) => jobs.Job switch
        {
            TrainingJobKinds.Container => new ContainerJobWay(container, stores, pseudonymKey, settings, jobs, clock),
            TrainingJobKinds.ContainerApps => new ContainerAppsJobWay(MakeClient(apps, clock), stores, settings, apps, jobs, clock),
            _ => new ProcessJobWay(new ProcessJobOptions { Environment = StoreEnvironment.From(stores, pseudonymKey), Settings = settings }, jobs, clock),
        };

    // Connections are renewed now and then, so that a changed address is found; the client's own time-out is not relied on.
    private static ContainerAppsClient MakeClient(ContainerAppsOptions options, TimeProvider clock)
    {
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        return new ContainerAppsClient(new ArmClient(http, new DefaultAzureCredential(), options, clock), options);
    }
}
