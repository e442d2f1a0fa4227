namespace BundleFunctions;

/// <summary>One validated, pseudonymised event: the form that leaves the porch and lies in the lake.</summary>
public sealed record ShopEvent
{
    /// <summary>Deduplication key; derived from the event's content where the shop sent none.</summary>
    public required EventId EventId { get; init; }

    public required EventType Type { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The device or browser.</summary>
    public Pseudonym? Visitor { get; init; }

    /// <summary>The signed-in person.</summary>
    public Pseudonym? User { get; init; }

    public Pseudonym? Session { get; init; }

    /// <summary>Groups the lines of one order. A refund that names its order takes back from that order.</summary>
    public Pseudonym? Order { get; init; }

    /// <summary>The products; empty only for a search, and for a click or an impression that names its bundle or recommendation.</summary>
    public IReadOnlyList<EventItem> Items { get; init; } = [];

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }

    public string? Query { get; init; }

    /// <summary>Stars, 0..5.</summary>
    public decimal? Rating { get; init; }

    public string? Channel { get; init; }

    /// <summary>The answer that this event reacts to.</summary>
    public string? RecommendationId { get; init; }

    /// <summary>The bundle that this event reacts to.</summary>
    public BundleId? BundleId { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>The robot that its user agent names, such as <c>googlebot</c>; null where it names none. The rest of a user agent is not kept.</summary>
    public string? Robot { get; init; }
}
