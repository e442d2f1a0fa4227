namespace BundleFunctions.Identity;

/// <summary>Reads events as what they are parts of: a person's, a session's, an order's. Takes events in order of time. Not thread-safe.</summary>
public sealed class IdentityReader
{
    private readonly IdentityOptions _options;
    private readonly DeviceOwners _owners;
    private readonly ConsentBook _consents;
    private readonly bool _hasOrders;
    private readonly IdleCutter _sessions;
    private readonly IdleCutter _orders;
    private long _stitched;
    private long _withdrawn;

    internal IdentityReader(IdentityOptions options, DeviceOwners owners, ConsentBook consents, bool hasOrders)
    {
        (_options, _owners, _consents, _hasOrders) = (options, owners, consents, hasOrders);
        var gap = TimeSpan.FromMinutes(options.IdleMinutes);
        (_sessions, _orders) = (new IdleCutter("session", gap), new IdleCutter("order", gap));
    }

    /// <summary>The event with what it lacked, and without its person, where that person does not want to be known any more.</summary>
    public ShopEvent Read(ShopEvent shopEvent)
    {
        var found = Stitched(shopEvent);
        if ((found.Visitor ?? found.User) is { } actor)
        {
            if (_options.CutSessions && found.Session is null && IsOfSession(found.Type))
            {
                found = found with { Session = _sessions.PieceOf(actor, found.OccurredAt) };
            }

            if (_options.JoinPurchases && !_hasOrders && found.Type == EventType.Purchase)
            {
                found = found with { Order = _orders.PieceOf(found.User ?? actor, found.OccurredAt) };
            }
        }

        if (_consents.HasWithdrawn(found))
        {
            _withdrawn++;
            return found with { User = null, Visitor = null };
        }

        return found;
    }

    /// <summary>Whether a person does not want to be known any more.</summary>
    public bool HasWithdrawn(Pseudonym person) => _consents.HasWithdrawn(person);

    /// <summary>What was put together so far.</summary>
    public IdentityReport Report() => new(_stitched, _owners.Shared, _sessions.Count, _orders.Count, _withdrawn);

    private ShopEvent Stitched(ShopEvent shopEvent)
    {
        if (!_options.StitchVisitors
            || shopEvent is not { User: null, Visitor: { } visitor }
            || shopEvent.Consent is { Personalization: false }
            || _owners.OwnerOf(visitor) is not { } owner)
        {
            return shopEvent;
        }

        _stitched++;
        return shopEvent with { User = owner };
    }

    private static bool IsOfSession(EventType type) =>
        type is EventType.View or EventType.Click or EventType.Search or EventType.AddToCart or EventType.RemoveFromCart or EventType.Purchase;
}
