namespace BundleFunctions.Feedback.Sales;

/// <summary>What came of one bundle, model, rule or variant.</summary>
public sealed class SalesTally
{
    public long Impressions { get; internal set; }

    public long Clicks { get; internal set; }

    public long CartAdds { get; internal set; }

    /// <summary>Orders that hold all of a bundle.</summary>
    public long Whole { get; internal set; }

    /// <summary>Orders that hold it with something in the place of a product.</summary>
    public long Swapped { get; internal set; }

    /// <summary>Orders that hold a part of it.</summary>
    public long Partial { get; internal set; }

    /// <summary>Pieces credited.</summary>
    public long Pieces { get; internal set; }

    /// <summary>What was paid for them, returns not yet taken back.</summary>
    public decimal Revenue { get; internal set; }

    /// <summary>Revenue above cost, of pieces whose cost is known; returns not yet taken back.</summary>
    public decimal Margin { get; internal set; }

    /// <summary>Revenue of pieces that the buyer had put in the cart before the bundle was clicked.</summary>
    public decimal AlreadyWanted { get; internal set; }

    public long ReturnedPieces { get; internal set; }

    public decimal ReturnedRevenue { get; internal set; }

    public decimal ReturnedMargin { get; internal set; }

    public decimal NetRevenue => Revenue - ReturnedRevenue;

    public decimal NetMargin => Margin - ReturnedMargin;

    /// <summary>Clicks an impression; 0 where there was none.</summary>
    public double ClickRate => Impressions == 0 ? 0 : (double)Clicks / Impressions;

    internal void Count(CreditKind kind)
    {
        _ = kind switch { CreditKind.Whole => Whole++, CreditKind.Swapped => Swapped++, _ => Partial++ };
    }
}
