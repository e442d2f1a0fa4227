using System.IO.Compression;

namespace BundleFunctions.Intake;

/// <summary>Unfolds gzip, one member or many, and stops at what unfolds to far more than it should.</summary>
internal sealed class UnfoldingStream(CountingStream folded) : ForwardStream
{
    private readonly GZipStream _gzip = new(folded, CompressionMode.Decompress);
    private long _unfolded;

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
            || (_unfolded > IntakeLimits.UnfoldedBytesFree && _unfolded > IntakeLimits.UnfoldRatio * folded.BytesRead))
        {
            throw new RawFileException(
                RejectCodes.GzipTooLarge,
                $"Expected gzip that unfolds to at most {IntakeLimits.UnfoldRatio} times its size and {IntakeLimits.UnfoldedBytes} bytes.");
        }

        return read;
    }

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
