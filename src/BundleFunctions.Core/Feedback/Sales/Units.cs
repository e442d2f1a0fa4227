namespace BundleFunctions.Feedback.Sales;

/// <summary>Who did something: the device, because answers are assigned to it; the person's device where only the person is named; else the person.</summary>
/// <param name="segments">The segment of each user.</param>
internal sealed class Units(IReadOnlyDictionary<Pseudonym, string> segments)
{
    private const int MaxLinks = 1_000_000;
    private readonly Dictionary<Pseudonym, Pseudonym> _devices = [];
    private readonly Dictionary<Pseudonym, string> _segments = [];

    public Pseudonym? Of(ShopEvent shopEvent)
    {
        if (shopEvent is { Visitor: { } visitor, User: { } user } && (_devices.Count < MaxLinks || _devices.ContainsKey(user)))
        {
            _devices[user] = visitor;
        }

        if (shopEvent is { Visitor: { } device, User: { } person } && segments.TryGetValue(person, out var segment) && (_segments.Count < MaxLinks || _segments.ContainsKey(device)))
        {
            _segments[device] = segment;
        }

        return shopEvent.Visitor ?? (shopEvent.User is { } owner && _devices.TryGetValue(owner, out var known) ? known : shopEvent.User);
    }

    /// <summary>The segment of the person who was last seen on a device, or who it is; null where none is known.</summary>
    public string? SegmentOf(Pseudonym? unit) =>
        unit is not { } known ? null : _segments.TryGetValue(known, out var segment) ? segment : segments.GetValueOrDefault(known);
}
