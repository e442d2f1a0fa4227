using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Feedback;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Formats.Parquet;
using BundleFunctions.Hosting.Settings;
using BundleFunctions.Hosting.Telemetry;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Advice;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Lake;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Shops;
using BundleFunctions.Training;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BundleFunctions.Hosting;

/// <summary>Settings to services: the one place where rooms and stores are put together, for every host.</summary>
public static class RoomServices
{
    /// <summary>Registers the stores that the settings choose, every room's door, and the training jobs.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static IServiceCollection AddBundleFunctions(this IServiceCollection services, IConfiguration configuration)
    {
        var stores = StoreSettings.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.AddStores(stores);
        var keys = PseudonymKey.Read(configuration, stores);
        services.AddSingleton(new Pseudonymizer(keys));
        services.AddExperiments(keys);
        services.AddSingleton(OptionsReader.Read(configuration, PublishingOptions.SectionName, new PublishingOptions(), options => options.Validate()));
        services.AddSingleton(OptionsReader.Read(configuration, ServingOptions.SectionName, new ServingOptions(), options => options.Validate()));
        return services
            .AddRooms()
            .AddServing(configuration)
            .AddPersonal(configuration)
            .AddScoring()
            .AddAdministration(configuration)
            .AddTrainingJobs(configuration, stores)
            .AddOperations()
            .AddOtlp(configuration);
    }

    private static IServiceCollection AddRooms(this IServiceCollection services) => services
        .AddSingleton<ShopDirectory>()
        .AddSingleton<ICsvRows, CsvRows>()
        .AddSingleton<IParquetRows, ParquetRows>()
        .AddSingleton<ShopMaps>()
        .AddSingleton<MapChoice>()
        .AddSingleton<RejectsReader>()
        .AddSingleton<DataAdvisor>()
        .AddSingleton<EventIntake>()
        .AddSingleton<CatalogueIntake>()
        .AddSingleton<IntakeReconciler>()
        .AddSingleton<IntakeSummary>()
        .AddSingleton<IntakeProgress>()
        .AddSingleton<CatalogueReader>()
        .AddSingleton<CatalogueVersions>()
        .AddSingleton<LakeReader>()
        .AddSingleton<LakeCompactor>()
        .AddSingleton<ModelReader>()
        .AddSingleton<TrainedRecords>()
        .AddSingleton<RetrainScheduler>()
        .AddSingleton<TrainingFollower>()
        .AddSingleton<GenerationPublisher>()
        .AddSingleton<GenerationSwitch>()
        .AddSingleton<ModelRegistry>()
        .AddSingleton<GenerationRestorer>()
        .AddSingleton<ServiceHealth>()
        .AddSingleton<ApiKeyRing>()
        .AddSingleton<EventPoster>();
}
