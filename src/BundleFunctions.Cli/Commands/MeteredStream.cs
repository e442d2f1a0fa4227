using BundleFunctions.Intake;

namespace BundleFunctions.Cli.Commands;

/// <summary>Tells how much is read of a stream.</summary>
internal sealed class MeteredStream(Stream inner, Action<int> read) : ForwardStream
{
    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        read(count);
        return count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
