using System.Globalization;

namespace BundleFunctions.Hosting.Settings;

/// <summary>Hands the stores of this process to a child process through its environment: secrets never stand on a command line.</summary>
public static class StoreEnvironment
{
    /// <summary>Environment variables from which <see cref="StoreSettings.Read"/> and <see cref="PseudonymKey.Read"/> read equal settings;
    /// null removes a variable.</summary>
    public static IReadOnlyDictionary<string, string?> From(StoreSettings settings, string? pseudonymKey) => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Stores__Directory"] = settings.Directory,
        ["Stores__Blobs"] = settings.Blobs.ToString(),
        ["Stores__Documents"] = settings.Documents.ToString(),
        ["ShopStorage"] = settings.BlobConnectionString,
        ["ShopStorage__serviceUri"] = settings.BlobServiceUri?.ToString(),
        ["Cosmos__Endpoint"] = settings.CosmosEndpoint?.ToString(),
        ["Cosmos__Key"] = settings.CosmosKey,
        ["Cosmos__Database"] = settings.CosmosDatabase,
        ["Cosmos__Container"] = settings.CosmosContainer,
        ["Cosmos__CreateIfMissing"] = settings.CosmosCreateIfMissing.ToString(CultureInfo.InvariantCulture),
        ["Pseudonyms__Key"] = pseudonymKey,
        ["Cosmos__Gateway"] = settings.CosmosGateway.ToString(CultureInfo.InvariantCulture),
    };
}
