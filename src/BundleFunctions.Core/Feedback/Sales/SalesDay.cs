namespace BundleFunctions.Feedback.Sales;

/// <summary>One day of the report, by the day of the order or the event.</summary>
public sealed record SalesDay(DateOnly Day)
{
    public long Impressions { get; internal set; }

    public long Clicks { get; internal set; }

    /// <summary>Revenue credited to bundles, returns not taken back.</summary>
    public decimal BundleRevenue { get; internal set; }

    /// <summary>All revenue of the shop.</summary>
    public decimal Revenue { get; internal set; }
}
