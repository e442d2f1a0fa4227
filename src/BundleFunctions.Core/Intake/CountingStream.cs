namespace BundleFunctions.Intake;

/// <summary>Gives a prefix that was read before, then another stream, and counts the bytes given.</summary>
internal sealed class CountingStream(ReadOnlyMemory<byte> prefix, Stream inner) : ForwardStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    /// <summary>Bytes given so far.</summary>
    public long BytesRead { get; private set; }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Math.Min(buffer.Length, _prefix.Length);
        _prefix[..read].CopyTo(buffer);
        _prefix = _prefix[read..];
        if (read == 0)
        {
            read = await inner.ReadAsync(buffer, cancellationToken);
        }

        BytesRead += read;
        return read;
    }
}
