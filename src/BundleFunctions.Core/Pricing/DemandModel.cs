namespace BundleFunctions.Pricing;

/// <summary>Who would pay what, in agreement with every item's share of orders and elasticity, and with how often all are bought together.</summary>
/// <remarks>
/// An item at price x would be in a share min(1, s (x / p)^-e) of orders (constant elasticity), so a consumer at quantile u of willingness, 0 for
/// the keenest, would pay w = p (s / u)^(1 / e). Who buys some items singly takes the bundle at b where sum(w) - b is at least the surplus
/// sum(max(0, w - p)) of buying singly: where the shortfalls max(0, p - w) add up to at most the discount, sum(p) - b. Quantiles of one consumer
/// are the same for all items with probability rho, else independent; rho = (P(all) - product(s)) / (min(s) - product(s)) makes the model's
/// share of orders with all items the one that was counted.
/// </remarks>
internal sealed class DemandModel : IDemand
{
    /// <summary>Most lines that are modelled one by one.</summary>
    public const int MaxItems = 8;

    private const double Least = 1e-12;

    private readonly BundleTerms _terms;
    private readonly double _list;
    private readonly double _rho;
    private readonly IndependentDemand? _independent;
    private readonly ComonotoneDemand? _comonotone;

    /// <summary>The demand of one scenario.</summary>
    /// <param name="items">1..<see cref="MaxItems"/> items, dearest first.</param>
    /// <param name="jointShare">Share of orders that hold all of them.</param>
    /// <param name="delivery">What the delivery of an order costs.</param>
    /// <param name="terms">What a sold bundle earns.</param>
    /// <param name="lattice">Up to the largest discount that will be asked for.</param>
    public DemandModel(ItemDemand[] items, double jointShare, double delivery, BundleTerms terms, DiscountLattice lattice)
    {
        var (product, least) = (1.0, 1.0);
        foreach (var item in items)
        {
            _list += item.Price;
            product *= item.Share;
            least = Math.Min(least, item.Share);
        }

        _terms = terms;
        _rho = items.Length == 1 || least - product < Least ? 0 : Math.Clamp((jointShare - product) / (least - product), 0, 1);
        _independent = _rho < 1 ? new IndependentDemand(items, delivery, lattice) : null;
        _comonotone = _rho > 0 ? new ComonotoneDemand(items, delivery) : null;
        Singly = Mixed(_independent?.Singly ?? default, _comonotone?.Singly ?? default);
    }

    /// <inheritdoc/>
    public PriceOutcome Singly { get; }

    /// <inheritdoc/>
    public PriceOutcome At(double price)
    {
        // Sums of prices are not exact in binary: what is not a ten-millionth of the list price is no discount.
        var discount = _list - price;
        discount = discount < 1e-7 * _list ? 0 : discount;
        return _terms.Gain(price, Mixed(_independent?.TakersAt(discount) ?? default, _comonotone?.TakersAt(discount) ?? default));
    }

    private PriceOutcome Mixed(PriceOutcome independent, PriceOutcome comonotone) => ((1 - _rho) * independent) + (_rho * comonotone);
}
