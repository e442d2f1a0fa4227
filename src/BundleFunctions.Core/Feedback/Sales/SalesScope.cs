namespace BundleFunctions.Feedback.Sales;

/// <summary>All orders that a row of the report is about, with a bundle or without: what it is compared with.</summary>
/// <remarks>Orders and pieces are those of whole baskets, of every currency; amounts a basket are of the report's currency.</remarks>
public sealed class SalesScope
{
    private readonly MoneyBook _sold = new();

    /// <summary>Orders of the scope.</summary>
    public long Orders { get; internal set; }

    /// <summary>Of them, those of which the row's bundles were credited with something.</summary>
    public long Attached { get; internal set; }

    /// <summary>Pieces of all baskets.</summary>
    public long Pieces { get; internal set; }

    /// <summary>Pieces of the baskets that are attached.</summary>
    public long AttachedPieces { get; internal set; }

    /// <summary>Revenue of all baskets, in the report's currency.</summary>
    public decimal BasketRevenue { get; internal set; }

    /// <summary>Revenue of the baskets that are attached, in the report's currency.</summary>
    public decimal AttachedRevenue { get; internal set; }

    /// <summary>What the row itself sold, bundle or not, in the report's currency: all lines of a week's, a segment's or the shop's orders, a category's own
    /// lines; nothing for a bundle, model, rule or variant.</summary>
    public SalesMoney Sold => _sold.Own;

    /// <summary>The same in other currencies; null where there are none.</summary>
    public IReadOnlyDictionary<string, SalesMoney>? SoldOtherwise => _sold.Others;

    /// <summary>Share of the scope's orders that a bundle had a part in, 0..1; 0 where there are none.</summary>
    public double AttachRate => Orders == 0 ? 0 : (double)Attached / Orders;

    /// <summary>Pieces a basket with a bundle; 0 where there is none.</summary>
    public double PiecesWith => Attached == 0 ? 0 : (double)AttachedPieces / Attached;

    /// <summary>Pieces a basket without one.</summary>
    public double PiecesWithout => Orders == Attached ? 0 : (double)(Pieces - AttachedPieces) / (Orders - Attached);

    /// <summary>Revenue a basket with a bundle, in the report's currency, to four decimals.</summary>
    public decimal RevenueWith => Attached == 0 ? 0 : decimal.Round(AttachedRevenue / Attached, 4);

    /// <summary>Revenue a basket without one.</summary>
    public decimal RevenueWithout => Orders == Attached ? 0 : decimal.Round((BasketRevenue - AttachedRevenue) / (Orders - Attached), 4);

    internal SalesMoney SoldIn(string? currency) => _sold.Of(currency);

    internal void AddOrder(long pieces, decimal revenue) => (Orders, Pieces, BasketRevenue) = (Orders + 1, Pieces + pieces, BasketRevenue + revenue);

    internal void Attach(long pieces, decimal revenue) =>
        (Attached, AttachedPieces, AttachedRevenue) = (Attached + 1, AttachedPieces + pieces, AttachedRevenue + revenue);

    /// <summary>The orders of another scope as this one's.</summary>
    internal void Over(SalesScope scope) => (Orders, Pieces, BasketRevenue) = (scope.Orders, scope.Pieces, scope.BasketRevenue);
}
