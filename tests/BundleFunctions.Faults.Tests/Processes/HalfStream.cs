using BundleFunctions.Intake;

namespace BundleFunctions.Faults.Tests.Processes;

/// <summary>Gives half of a stream, then something happens.</summary>
internal sealed class HalfStream(Stream content, Action then) : ForwardStream
{
    private readonly long _half = (content.Length - content.Position) / 2;
    private long _given;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given >= _half)
        {
            then();
        }

        var read = await content.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Math.Max(_half - _given, 1))], cancellationToken);
        _given += read;
        return read;
    }
}
