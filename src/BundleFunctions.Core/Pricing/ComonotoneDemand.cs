namespace BundleFunctions.Pricing;

/// <summary>Consumers who are at the same quantile of willingness for every item: those up to one quantile take the bundle.</summary>
/// <param name="items">One or more items.</param>
/// <param name="delivery">What the delivery of an order costs.</param>
internal sealed class ComonotoneDemand(ItemDemand[] items, double delivery)
{
    private const int MostRounds = 60;

    // ln of the items' shares; and the same sorted, up to everybody.
    private readonly double[] _shares = Array.ConvertAll(items, item => Math.Log(item.Share));
    private readonly double[] _ends = [.. items.Select(item => Math.Log(item.Share)).Append(0).Order()];

    /// <summary>What all buy singly.</summary>
    public PriceOutcome Singly => BoughtBy(1);

    /// <summary>Those who take the bundle at a discount: their weight, and what they would buy singly.</summary>
    public PriceOutcome TakersAt(double discount) => BoughtBy(QuantileAt(discount));

    private PriceOutcome BoughtBy(double quantile)
    {
        var (revenue, margin, slow, buyers) = (0.0, 0.0, 0.0, 0.0);
        foreach (var item in items)
        {
            var share = Math.Min(item.Share, quantile);
            revenue += share * item.Price;
            margin += share * item.Margin;
            slow += share * item.SlowPieces;
            buyers = Math.Max(buyers, share);
        }

        return new PriceOutcome(quantile, revenue, margin - (delivery * buyers), slow);
    }

    /// <summary>The quantile whose shortfalls add up to the discount, 1 where nobody's do.</summary>
    private double QuantileAt(double discount)
    {
        // Between two shares the sum is concave in ln(u): Newton's method from the left comes near from the left.
        var k = 0;
        while (k < _ends.Length - 1 && Shortfall(_ends[k + 1]).Sum <= discount)
        {
            k++;
        }

        var log = _ends[k];
        for (var round = 0; k < _ends.Length - 1 && round < MostRounds; round++)
        {
            var (sum, slope) = Shortfall(log);
            var next = Math.Min(log + ((discount - sum) / slope), _ends[k + 1]);
            if (!(next - log > 1e-13))
            {
                break;
            }

            log = next;
        }

        return Math.Exp(log);
    }

    /// <summary>Sum of max(0, p - w) at ln(u), and its slope.</summary>
    private (double Sum, double Slope) Shortfall(double log)
    {
        var (sum, slope) = (0.0, 0.0);
        for (var i = 0; i < items.Length; i++)
        {
            var (item, beyond) = (items[i], log - _shares[i]);
            if (beyond >= 0)
            {
                var willing = item.Price * Math.Exp(-beyond / item.Elasticity);
                sum += item.Price - willing;
                slope += willing / item.Elasticity;
            }
        }

        return (sum, slope);
    }
}
