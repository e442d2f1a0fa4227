namespace BundleFunctions.Ports;

/// <summary>An open blob: one version of it, whole, whatever is written meanwhile.</summary>
public sealed class BlobContent(BlobEntry entry, Stream content) : IAsyncDisposable
{
    public BlobEntry Entry { get; } = entry;

    /// <summary>Forward-only. A read that cannot be finished throws; it never ends early.</summary>
    public Stream Content { get; } = content;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
