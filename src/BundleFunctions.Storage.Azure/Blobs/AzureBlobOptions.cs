namespace BundleFunctions.Storage.Azure;

/// <summary>Which storage account, and how patient its client is. One of the two addresses is given.</summary>
public sealed record AzureBlobOptions
{
    /// <summary>A connection string: Azurite, and accounts that still use keys.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>The account's blob service, reached with this process's identity (<c>DefaultAzureCredential</c>).</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>How often a failed request is sent again, 0..10.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The pause before the first repetition; each further one is twice as long, up to <see cref="MaxRetryDelay"/>.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest pause between two tries.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one try may stay without an answer, or one read without a byte.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
