using BundleFunctions.Lake;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Judges reactions to answers: whose id is ours, whose is a replay, who is a robot.</summary>
internal sealed class ReactionReader(ShopId shop, RecommendationIds ids, SalesRequest request, SalesCounts counts)
{
    private readonly HashSet<UInt128> _seenToday = [];
    private readonly Dictionary<Pseudonym, int> _interactions = [];
    private readonly HashSet<Pseudonym> _robots = [];

    public bool IsRobot(Pseudonym? unit) => unit is { } visitor && _robots.Contains(visitor);

    /// <summary>What the answer was that an event reacts to; null where it is not to be counted.</summary>
    public RecommendationStamp? Read(ShopEvent reaction, Pseudonym? unit)
    {
        if (reaction.RecommendationId is not { } id)
        {
            counts.WithoutId += reaction.BundleId is null ? 0 : 1;
            return null;
        }

        switch (ids.Read(shop, id, out var stamp))
        {
            case RecommendationIdStatus.Unknown:
                counts.UnknownIds++;
                return null;
            case RecommendationIdStatus.Foreign:
                counts.ForeignIds++;
                return null;
            case RecommendationIdStatus.Forged:
                counts.ForgedIds++;
                return null;
        }

        if (IsRobot(unit) || (unit is { } visitor && BecameRobot(visitor)))
        {
            counts.ByRobots++;
            return null;
        }

        if (!_seenToday.Add(EventIdSet.Hash($"{unit}|{reaction.Type}|{id}|{reaction.BundleId}|{reaction.Order}")))
        {
            counts.Replayed++;
            return null;
        }

        return stamp;
    }

    public void EndDay()
    {
        _seenToday.Clear();
        _interactions.Clear();
    }

    private bool BecameRobot(Pseudonym visitor)
    {
        var count = _interactions[visitor] = _interactions.GetValueOrDefault(visitor) + 1;
        if (count <= request.MaxInteractionsPerDay)
        {
            return false;
        }

        _robots.Add(visitor);
        counts.Robots++;
        return true;
    }
}
