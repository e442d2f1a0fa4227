using Microsoft.Extensions.Configuration;

namespace BundleFunctions.Hosting.Settings;

/// <summary>Which stores hold the data. Read once at start; a wrong setting stops the process in its first second.</summary>
public sealed record StoreSettings
{
    /// <summary>Folder of the embedded stores and of this machine's own keys. Setting <c>Stores:Directory</c>.</summary>
    public required string Directory { get; init; }

    /// <summary>Setting <c>Stores:Blobs</c>; Azure where <c>ShopStorage</c> is set, else the folder.</summary>
    public required BlobStoreKind Blobs { get; init; }

    /// <summary>Setting <c>Stores:Documents</c>; Cosmos where <c>Cosmos:Endpoint</c> is set, else SQLite.</summary>
    public required DocumentStoreKind Documents { get; init; }

    /// <summary>Connection string of the shop's storage account (<c>ShopStorage</c>), for Azurite and older accounts.</summary>
    public string? BlobConnectionString { get; init; }

    /// <summary>Blob service of the shop's storage account (<c>ShopStorage:serviceUri</c>, or <c>ShopStorage:blobServiceUri</c>), reached with this process's identity.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>Setting <c>Cosmos:Endpoint</c>.</summary>
    public Uri? CosmosEndpoint { get; init; }

    /// <summary>Setting <c>Cosmos:Key</c>, for emulators; without it this process's identity is used.</summary>
    public string? CosmosKey { get; init; }

    /// <summary>Setting <c>Cosmos:Database</c>.</summary>
    public string CosmosDatabase { get; init; } = "bundles";

    /// <summary>Setting <c>Cosmos:Container</c>.</summary>
    public string CosmosContainer { get; init; } = "bundles";

    /// <summary>Setting <c>Cosmos:CreateIfMissing</c>: makes database and container at start; for local use.</summary>
    public bool CosmosCreateIfMissing { get; init; }

    /// <summary>Setting <c>Cosmos:Gateway</c>: HTTPS through the gateway only, as emulators and strict networks need.</summary>
    public bool CosmosGateway { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">A setting is missing, contradicts another one or is out of its range.</exception>
    public static StoreSettings Read(IConfiguration configuration)
    {
        var connectionString = NullIfEmpty(configuration["ShopStorage"]);
        var serviceUri = ReadUri(configuration, "ShopStorage:serviceUri") ?? ReadUri(configuration, "ShopStorage:blobServiceUri");
        var cosmosEndpoint = ReadUri(configuration, "Cosmos:Endpoint");
        var settings = new StoreSettings
        {
            Directory = Path.GetFullPath(NullIfEmpty(configuration["Stores:Directory"]) ?? ".bundles"),
            Blobs = ReadEnum(configuration, "Stores:Blobs", connectionString is null && serviceUri is null ? BlobStoreKind.Folder : BlobStoreKind.Azure),
            Documents = ReadEnum(configuration, "Stores:Documents", cosmosEndpoint is null ? DocumentStoreKind.Sqlite : DocumentStoreKind.Cosmos),
            BlobConnectionString = connectionString,
            BlobServiceUri = serviceUri,
            CosmosEndpoint = cosmosEndpoint,
            CosmosKey = NullIfEmpty(configuration["Cosmos:Key"]),
            CosmosDatabase = NullIfEmpty(configuration["Cosmos:Database"]) ?? "bundles",
            CosmosContainer = NullIfEmpty(configuration["Cosmos:Container"]) ?? "bundles",
            CosmosCreateIfMissing = ReadFlag(configuration, "Cosmos:CreateIfMissing"),
            CosmosGateway = ReadFlag(configuration, "Cosmos:Gateway"),
        };

        if (settings.Blobs == BlobStoreKind.Azure && connectionString is null && serviceUri is null)
        {
            throw new SettingException("Stores:Blobs", "is 'Azure', which needs ShopStorage (a connection string) or ShopStorage:serviceUri");
        }

        if (settings.Documents == DocumentStoreKind.Cosmos && cosmosEndpoint is null)
        {
            throw new SettingException("Stores:Documents", "is 'Cosmos', which needs Cosmos:Endpoint");
        }

        return settings;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static Uri? ReadUri(IConfiguration configuration, string name) =>
        NullIfEmpty(configuration[name]) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
        : throw new SettingException(name, "is not an absolute http or https address");

    private static bool ReadFlag(IConfiguration configuration, string name) =>
        NullIfEmpty(configuration[name]) is { } text
        && (bool.TryParse(text, out var flag) ? flag : throw new SettingException(name, $"is '{text}'; expected true or false"));

    private static T ReadEnum<T>(IConfiguration configuration, string name, T fallback)
        where T : struct, Enum =>
        NullIfEmpty(configuration[name]) is not { } text ? fallback
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new SettingException(name, $"is '{text}'; expected one of {string.Join(", ", Enum.GetNames<T>())}");
}
