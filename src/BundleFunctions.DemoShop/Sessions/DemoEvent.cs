namespace BundleFunctions.DemoShop.Sessions;

/// <summary>One event before it has its name; the writer numbers a day's events in the order of time.</summary>
internal sealed record DemoEvent
{
    public required EventType Type { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required Visitor Visitor { get; init; }

    public bool SignedIn { get; init; }

    public string? SessionId { get; init; }

    public string? OrderId { get; init; }

    public IReadOnlyList<DemoLine> Items { get; init; } = [];

    public string? Query { get; init; }

    public int? Rating { get; init; }
}
