namespace BundleFunctions.Feedback.Sales;

/// <summary>Pieces of a product that bundles were credited with, so that returns can be taken back.</summary>
internal sealed class Credit(SoldLine line, IReadOnlyList<SalesTally> tallies)
{
    private long _left = line.Pieces;

    public ProductId Product => line.Product;

    public string? Currency => line.Currency;

    /// <summary>Takes up to so many pieces back; returns how many it took.</summary>
    public long Return(long pieces)
    {
        var taken = Math.Min(_left, pieces);
        _left -= taken;
        if (taken > 0)
        {
            foreach (var tally in tallies)
            {
                tally.ReturnedPieces += taken;
                tally.In(line.Currency).Return(line.Revenue * taken / line.Pieces, line.Margin * taken / line.Pieces);
            }
        }

        return taken;
    }
}
