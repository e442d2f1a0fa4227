using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>A blob that is opened at the first read, so that a function which only wants its name costs no transfer.</summary>
internal sealed class LazyBlobStream(IBlobStore blobs, BlobName name) : Stream
{
    private BlobContent? _blob;

    /// <summary>The ETag of the version that was read; null where the blob was not opened.</summary>
    public string? OpenedETag { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await (await OpenAsync(cancellationToken)).ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_blob is { } blob)
        {
            await blob.DisposeAsync();
        }
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _blob?.Content.Dispose();
        }
        base.Dispose(disposing);
    }

    private async ValueTask<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        if (_blob is null)
        {
            _blob = await blobs.OpenAsync(name, cancellationToken) ?? throw new FileNotFoundException($"{name} is no longer there.");
            OpenedETag = _blob.Entry.ETag;
        }
        return _blob.Content;
    }
}
