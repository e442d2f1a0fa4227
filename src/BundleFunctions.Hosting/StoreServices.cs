using BundleFunctions.Hosting.Settings;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Storage.Local;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Hosting;

/// <summary>The adapters that the settings choose.</summary>
public static class StoreServices
{
    /// <summary>Registers one blob store and one document store.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services, StoreSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IBlobStore>(provider => settings.Blobs == BlobStoreKind.Folder
            ? new FolderBlobStore(Path.Combine(settings.Directory, "blobs"), provider.GetRequiredService<TimeProvider>())
            : new AzureBlobStore(new AzureBlobOptions { ConnectionString = settings.BlobConnectionString, ServiceUri = settings.BlobServiceUri }));
        services.AddSingleton<IDocumentStore>(provider => settings.Documents == DocumentStoreKind.Sqlite
            ? new SqliteDocumentStore(Path.Combine(settings.Directory, "documents.db"), provider.GetRequiredService<TimeProvider>())
            : new CosmosDocumentStore(new CosmosDocumentOptions
            {
                Endpoint = settings.CosmosEndpoint!,
                Key = settings.CosmosKey,
                Database = settings.CosmosDatabase,
                Container = settings.CosmosContainer,
                CreateIfMissing = settings.CosmosCreateIfMissing,
                Gateway = settings.CosmosGateway,
            }, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
