namespace BundleFunctions.Intake;

/// <summary>What accepted events hold, counted one by one: how complete each column is, of what types and times they are. Of a file, in its
/// commit; of a shop, added up.</summary>
public sealed class EventCounts
{
    public long Events { get; set; }

    /// <summary>Events by type, as it is written; a type that never came is not there.</summary>
    public SortedDictionary<string, long> Types { get; set; } = new(StringComparer.Ordinal);

    public long WithVisitor { get; set; }

    public long WithUser { get; set; }

    public long WithSession { get; set; }

    public long WithOrder { get; set; }

    public long WithCurrency { get; set; }

    public long WithQuery { get; set; }

    public long WithRating { get; set; }

    public long WithChannel { get; set; }

    public long WithRecommendation { get; set; }

    public long WithBundle { get; set; }

    public long WithConsent { get; set; }

    /// <summary>Items of all events.</summary>
    public long Items { get; set; }

    public long ItemsWithPrice { get; set; }

    public long ItemsWithDiscount { get; set; }

    public long ItemsWithTitle { get; set; }

    /// <summary>Purchases, and those that name a user or a visitor, and those that name their order.</summary>
    public long Purchases { get; set; }

    public long PurchasesWithPerson { get; set; }

    public long PurchasesWithOrder { get; set; }

    /// <summary>When the oldest event happened; null where there is none.</summary>
    public DateTimeOffset? First { get; set; }

    /// <summary>When the newest event happened.</summary>
    public DateTimeOffset? Last { get; set; }

    /// <summary>How old events were when their file was written.</summary>
    public ArrivalCounts Arrival { get; set; } = new();
}
