namespace BundleFunctions.Storage.Azure;

/// <summary>Which Cosmos container, and how patient its client is.</summary>
public sealed record CosmosDocumentOptions
{
    /// <summary>The account's address.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The account's key, for emulators; without it this process's identity is used (<c>DefaultAzureCredential</c>).</summary>
    public string? Key { get; init; }

    /// <summary>The database.</summary>
    public string Database { get; init; } = "bundles";

    /// <summary>The container, with partition key <c>/pk</c> and time to live switched on without a default.</summary>
    public string Container { get; init; } = "bundles";

    /// <summary>HTTPS through the gateway only, as emulators and strict networks need; else direct TCP.</summary>
    public bool Gateway { get; init; }

    /// <summary>Whether the first call makes the database and the container; for local use. Needs a key, or rights that an app should not have.</summary>
    public bool CreateIfMissing { get; init; }

    /// <summary>How many writes of one <c>PutMany</c> or <c>DeleteMany</c> are under way at a time, 1..256.</summary>
    public int WriteConcurrency { get; init; } = 32;

    /// <summary>How often the SDK repeats a throttled request before it hands it back.</summary>
    public int MaxThrottledRetries { get; init; } = 2;

    /// <summary>The longest that the SDK waits over throttled repetitions of one request. The SDK's own default of 30 s would hold serving.</summary>
    public TimeSpan MaxThrottledWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long one write that is throttled, or finds the service unavailable, is repeated.</summary>
    public TimeSpan MaxWriteRetryTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
