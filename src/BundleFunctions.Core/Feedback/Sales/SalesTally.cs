namespace BundleFunctions.Feedback.Sales;

/// <summary>What came of the bundles of one row. Amounts are in the report's currency where nothing else is said.</summary>
public sealed class SalesTally
{
    private readonly MoneyBook _money = new();

    public long Impressions { get; internal set; }

    public long Clicks { get; internal set; }

    public long CartAdds { get; internal set; }

    /// <summary>Orders that hold all of a bundle.</summary>
    public long Whole { get; internal set; }

    /// <summary>Orders that hold it with something in the place of a product.</summary>
    public long Swapped { get; internal set; }

    /// <summary>Orders that hold a part of it.</summary>
    public long Partial { get; internal set; }

    /// <summary>Pieces credited, of every currency.</summary>
    public long Pieces { get; internal set; }

    /// <summary>What was paid for them, returns not yet taken back.</summary>
    public decimal Revenue => _money.Own.Revenue;

    /// <summary>Revenue above cost, of pieces whose cost is known; returns not yet taken back.</summary>
    public decimal Margin => _money.Own.Margin;

    /// <summary>Revenue of pieces that the buyer had put in the cart before the bundle was clicked.</summary>
    public decimal AlreadyWanted { get; internal set; }

    public long ReturnedPieces { get; internal set; }

    public decimal ReturnedRevenue => _money.Own.ReturnedRevenue;

    public decimal ReturnedMargin => _money.Own.ReturnedMargin;

    public decimal NetRevenue => _money.Own.NetRevenue;

    public decimal NetMargin => _money.Own.NetMargin;

    /// <summary>Clicks an impression; 0 where there was none.</summary>
    public double ClickRate => Impressions == 0 ? 0 : (double)Clicks / Impressions;

    /// <summary>Share of the credited revenue that the buyer had wanted anyway, 0..1; 0 where nothing was credited.</summary>
    public double WantedShare => Revenue == 0 ? 0 : (double)(AlreadyWanted / Revenue);

    /// <summary>What was credited in other currencies; null where there is none.</summary>
    public IReadOnlyDictionary<string, SalesMoney>? OtherCurrencies => _money.Others;

    /// <summary>All orders that the row is about.</summary>
    public SalesScope Scope { get; } = new();

    internal SalesMoney In(string? currency) => _money.Of(currency);

    internal void Count(CreditKind kind)
    {
        _ = kind switch { CreditKind.Whole => Whole++, CreditKind.Swapped => Swapped++, _ => Partial++ };
    }
}
