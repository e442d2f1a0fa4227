namespace BundleFunctions.LocalHost.Setup;

/// <summary>What <c>./run</c> was asked for.</summary>
internal sealed record RunOptions
{
    /// <summary>Folder of event files; null makes the demo shop.</summary>
    public string? Events { get; init; }

    /// <summary>Product file; null derives a catalogue from the events.</summary>
    public string? Catalogue { get; init; }

    /// <summary>Import map of the event files; null for our own schema.</summary>
    public string? Map { get; init; }

    public required ShopId Shop { get; init; }

    /// <summary>Data directory of the embedded stores; null leaves it to the settings.</summary>
    public string? Data { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public required int Port { get; init; }

    /// <summary>Seed of the demo shop.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Blobs lie in Azurite.</summary>
    public bool Azurite { get; init; }

    /// <summary>Serves what the stores hold; drops and trains nothing at start.</summary>
    public bool ServeOnly { get; init; }

    /// <summary>Written once the host serves, for scripts.</summary>
    public string? ReadyFile { get; init; }
}
