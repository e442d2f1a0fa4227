using System.IO.Compression;

namespace BundleFunctions.Intake;

/// <summary>Unfolds gzip, one member or many, and stops at what unfolds to far more than it should.</summary>
internal sealed class UnfoldingStream : Stream
{
    private readonly CountingStream _folded;
    private readonly GZipStream _gzip;
    private long _unfolded;

    public UnfoldingStream(CountingStream folded)
    {
        _folded = folded;
        _gzip = new GZipStream(folded, CompressionMode.Decompress);
    }

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
        get => _unfolded;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="RawFileException">The gzip is broken, cut short, or a bomb.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await _gzip.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new RawFileException(RejectCodes.GzipCorrupt, $"Expected whole gzip: {e.Message}");
        }

        _unfolded += read;
        if (_unfolded > IntakeLimits.UnfoldedBytes
            || (_unfolded > IntakeLimits.UnfoldedBytesFree && _unfolded > IntakeLimits.UnfoldRatio * _folded.BytesRead))
        {
            throw new RawFileException(
                RejectCodes.GzipTooLarge,
                $"Expected gzip that unfolds to at most {IntakeLimits.UnfoldRatio} times its size and {IntakeLimits.UnfoldedBytes} bytes.");
        }

        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

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
            _gzip.Dispose();
        }

        base.Dispose(disposing);
    }
}
