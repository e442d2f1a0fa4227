using BundleFunctions.Intake;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>A stream that nobody holds: pieces made as they are read.</summary>
internal sealed class RepeatedStream(IEnumerable<byte[]> pieces) : ForwardStream
{
    private readonly IEnumerator<byte[]> _pieces = pieces.GetEnumerator();
    private ReadOnlyMemory<byte> _piece;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_piece.IsEmpty)
        {
            if (!_pieces.MoveNext())
            {
                return ValueTask.FromResult(0);
            }

            _piece = _pieces.Current;
        }

        var read = Math.Min(buffer.Length, _piece.Length);
        _piece[..read].CopyTo(buffer);
        _piece = _piece[read..];
        return ValueTask.FromResult(read);
    }

    protected override void Dispose(bool disposing)
    {
        _pieces.Dispose();
        base.Dispose(disposing);
    }
}
