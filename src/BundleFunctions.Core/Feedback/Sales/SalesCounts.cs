namespace BundleFunctions.Feedback.Sales;

/// <summary>What the pass saw, and what it left out and why: nothing is dropped in silence.</summary>
public sealed class SalesCounts
{
    /// <summary>Events of the days read.</summary>
    public long Events { get; internal set; }

    /// <summary>Events of visitors who refused analytics; not looked at.</summary>
    public long WithoutConsent { get; internal set; }

    /// <summary>Reactions to bundles that name no recommendation.</summary>
    public long WithoutId { get; internal set; }

    /// <summary>Reactions whose id is none of ours.</summary>
    public long UnknownIds { get; internal set; }

    /// <summary>Reactions whose id was made for another shop.</summary>
    public long ForeignIds { get; internal set; }

    /// <summary>Reactions whose id has our form and not our signature.</summary>
    public long ForgedIds { get; internal set; }

    /// <summary>Reactions that the same visitor had sent on the same day.</summary>
    public long Replayed { get; internal set; }

    /// <summary>Visitors taken for robots.</summary>
    public long Robots { get; internal set; }

    /// <summary>Reactions of robots after they were taken for that.</summary>
    public long ByRobots { get; internal set; }

    /// <summary>Orders of the period.</summary>
    public long Orders { get; internal set; }

    /// <summary>Orders that were not credited because their buyer had too many that day.</summary>
    public long CappedOrders { get; internal set; }

    /// <summary>Clicks before a purchase on bundles of which no generation tells the products.</summary>
    public long UnknownBundles { get; internal set; }

    /// <summary>Lines of orders and refunds in another currency than the report's; they have sums of their own.</summary>
    public long OtherCurrency { get; internal set; }

    /// <summary>Lines of orders and refunds without a price, neither their own nor the catalogue's; left out of every sum.</summary>
    public long WithoutPrice { get; internal set; }

    /// <summary>Lines of orders and refunds whose cost is not known in their currency; left out of margins.</summary>
    public long WithoutCost { get; internal set; }

    /// <summary>Bundles that found no row of their own, because there were too many.</summary>
    public long BundlesWithoutRow { get; internal set; }
}
