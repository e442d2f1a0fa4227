namespace BundleFunctions.Feedback.Sales;

/// <summary>Who did something: the device, because answers are assigned to it; the person's device where only the person is named; else the person.</summary>
internal sealed class Units
{
    private const int MaxLinks = 1_000_000;
    private readonly Dictionary<Pseudonym, Pseudonym> _devices = [];

    public Pseudonym? Of(ShopEvent shopEvent)
    {
        if (shopEvent is { Visitor: { } visitor, User: { } user } && (_devices.Count < MaxLinks || _devices.ContainsKey(user)))
        {
            _devices[user] = visitor;
        }

        return shopEvent.Visitor ?? (shopEvent.User is { } person && _devices.TryGetValue(person, out var device) ? device : shopEvent.User);
    }
}
