using System.Buffers;

namespace BundleFunctions.Intake;

/// <summary>A window on a stream: bytes from <see cref="Start"/> to <see cref="End"/> are unread. Grows to one record and no further.</summary>
internal sealed class RecordBuffer(Stream stream) : IDisposable
{
    private const int InitialBytes = 64 * 1024;

    // One record, its line end, and room to read more.
    private const int MaxBytes = IntakeLimits.RecordBytes + InitialBytes;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);

    public int Start { get; set; }

    public int End { get; private set; }

    public bool IsAtEnd { get; private set; }

    /// <summary>What has been read and not been used.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(Start, End - Start);

    public ReadOnlyMemory<byte> Slice(int start, int length) => _bytes.AsMemory(start, length);

    /// <summary>Reads more behind <see cref="End"/>, moving what is unread to the front where there is no room. Sets
    /// <see cref="IsAtEnd"/> at the end of the stream.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (Start > 0)
        {
            _bytes.AsSpan(Start, End - Start).CopyTo(_bytes);
            End -= Start;
            Start = 0;
        }

        if (End == _bytes.Length)
        {
            Grow();
        }

        var read = await stream.ReadAsync(_bytes.AsMemory(End), cancellationToken);
        End += read;
        IsAtEnd = read == 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(_bytes.Length * 2, MaxBytes));
        _bytes.AsSpan(0, End).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
