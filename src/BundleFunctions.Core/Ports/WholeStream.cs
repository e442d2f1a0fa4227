namespace BundleFunctions.Ports;

/// <summary>Reads exactly as many bytes as a blob's entry promises: a source that ends early is an error, never a short blob.</summary>
/// <param name="source">What is read; disposed with this stream.</param>
/// <param name="length">Bytes promised.</param>
/// <param name="what">The blob, for messages.</param>
/// <param name="wrap">Turns the source's exception into a <see cref="StoreException"/>; null where it is none of the store's.</param>
/// <param name="readsInPlace">Whether asynchronous reads, too, read on the caller's thread. A file stream has another thread of the pool read the same
/// bytes the same way: of a large file, waking threads and having them look for work costs more than reading.</param>
public sealed class WholeStream(
    Stream source, long length, string what, Func<Exception, StoreException?> wrap, bool readsInPlace = false) : Stream
{
    private long _position;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The source failed, or ended before the promised length.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (readsInPlace)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Read(buffer.Span);
        }

        var wanted = (int)Math.Min(buffer.Length, length - _position);
        try
        {
            return wanted == 0 ? 0 : Count(await source.ReadAsync(buffer[..wanted], cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure)
        {
            if (wrap(failure) is not { } wrapped)
            {
                throw;
            }

            throw wrapped;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The source failed, or ended before the promised length.</exception>
    public override int Read(Span<byte> buffer)
    {
        var wanted = (int)Math.Min(buffer.Length, length - _position);
        try
        {
            return wanted == 0 ? 0 : Count(source.Read(buffer[..wanted]));
        }
        catch (Exception failure)
        {
            if (wrap(failure) is not { } wrapped)
            {
                throw;
            }

            throw wrapped;
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => source.DisposeAsync();

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
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        if (read == 0)
        {
            throw new StoreException($"{what} ended after {_position} of {length} bytes.", isTransient: true);
        }

        _position += read;
        return read;
    }
}
