namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>Gathers what was looked at within one session. Takes every event once, in any order. Not thread-safe.</summary>
/// <param name="maxProducts">Sessions that look at more products are walks of robots or of hoarders, and are left out; 2 or more.</param>
public sealed class SessionViews(int maxProducts = 30)
{
    private readonly Dictionary<Pseudonym, Session> _sessions = [];

    /// <summary>Adds one event. Views and clicks count; events without a session or without consent to analytics are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Type is not (EventType.View or EventType.Click)
            || shopEvent.Session is not { } session
            || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        if (!_sessions.TryGetValue(session, out var seen))
        {
            _sessions.Add(session, seen = new Session());
        }

        seen.Last = shopEvent.OccurredAt > seen.Last ? shopEvent.OccurredAt : seen.Last;

        // One more than allowed is kept, by which the session is known to be too long.
        foreach (var item in shopEvent.Items.TakeWhile(_ => seen.Products.Count <= maxProducts))
        {
            seen.Products.Add(item.ProductId);
        }
    }

    /// <summary>Sessions that looked at two products or more; in an order that follows from what they looked at.</summary>
    /// <param name="before">Only those that ended before this moment; null for all.</param>
    public IReadOnlyList<IReadOnlyList<ProductId>> Build(DateTimeOffset? before = null)
    {
        var sessions = _sessions.Values
            .Where(seen => seen.Products.Count >= 2 && seen.Products.Count <= maxProducts && !(seen.Last >= before))
            .Select(seen => seen.Products.ToArray()).ToArray();
        Array.Sort(sessions, static (one, other) =>
        {
            for (var i = 0; i < Math.Min(one.Length, other.Length); i++)
            {
                if (one[i].CompareTo(other[i]) is var order && order != 0)
                {
                    return order;
                }
            }

            return one.Length.CompareTo(other.Length);
        });
        return sessions;
    }

    private sealed class Session
    {
        public SortedSet<ProductId> Products { get; } = [];

        public DateTimeOffset Last { get; set; }
    }
}
