using BundleFunctions.Operations;
using BundleFunctions.Operations.Drift;
using BundleFunctions.Operations.Migration;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>What operators work with.</summary>
internal static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<StoreExam>()
        .AddSingleton<ShopBackup>()
        .AddSingleton<UsageReader>()
        .AddSingleton<DriftWatch>()
        .AddSingleton<ShopMigrator>();
}
