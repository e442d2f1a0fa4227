namespace BundleFunctions.Sessions;

/// <summary>Says which products' bundles a session calls for: those it dealt with, the later and the more eagerly the more, and those that a
/// model expects next.</summary>
public static class SessionSeeds
{
    /// <summary>Seeds of one session unless told otherwise: as many lists are looked up.</summary>
    public const int DefaultLimit = 20;

    // What one step back in the session takes off (positional decay, as in session-based nearest neighbours: Ludewig and Jannach 2018).
    private const double Decay = 0.85;
    private const double ShareOfModel = 0.5;

    /// <summary>The seeds, heaviest first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="predicted">What the current model expects next, best first; null or empty where no model can say.</param>
    /// <param name="limit">Most seeds, 1 or more.</param>
    public static IReadOnlyList<SessionSeed> Of(
        LiveSession session, IReadOnlyList<ProductId>? predicted = null, int limit = DefaultLimit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var own = Own(session);
        var share = predicted is not { Count: > 0 } ? 0 : own.Count == 0 ? 1 : ShareOfModel;
        var weights = new Dictionary<ProductId, double>();
        Add(weights, own, 1 - share);
        if (share > 0)
        {
            // Ranks, not scores: every kind of model has a scale of its own. Discounted as in DCG.
            Add(weights, [.. predicted!.Take(limit).Select((product, rank) => new SessionSeed(product, 1 / Math.Log2(rank + 2)))], share);
        }

        SessionSeed[] seeds =
            [.. weights.Select(pair => new SessionSeed(pair.Key, pair.Value)).OrderByDescending(seed => seed.Weight).ThenBy(seed => seed.Product).Take(limit)];
        var sum = seeds.Sum(seed => seed.Weight);
        return [.. seeds.Select(seed => seed with { Weight = seed.Weight / sum })];
    }

    private static List<SessionSeed> Own(LiveSession session)
    {
        var seeds = new List<SessionSeed>();
        for (var i = 0; i < session.Items.Count; i++)
        {
            var item = session.Items[i];
            if (item.Action == EventType.RemoveFromCart)
            {
                // Taken back: whatever was shown of interest before does not count any more.
                seeds.RemoveAll(seed => seed.Product == item.Product);
                continue;
            }

            seeds.Add(new SessionSeed(item.Product, Eagerness(item.Action) * Math.Pow(Decay, session.Items.Count - 1 - i)));
        }

        return seeds;
    }

    private static double Eagerness(EventType action) => action switch
    {
        EventType.AddToCart => 3,
        EventType.Purchase => 2,
        EventType.Click => 1.5,
        _ => 1,
    };

    private static void Add(Dictionary<ProductId, double> weights, IReadOnlyCollection<SessionSeed> seeds, double share)
    {
        var sum = seeds.Sum(seed => seed.Weight);
        foreach (var (product, weight) in seeds)
        {
            weights[product] = weights.GetValueOrDefault(product) + (share * weight / sum);
        }
    }
}
