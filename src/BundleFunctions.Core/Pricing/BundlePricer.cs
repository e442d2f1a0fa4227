using System.Globalization;
using BundleFunctions.Bundling;
using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>Prices bundles: of the discounts that cross no floor, the one that earns most while every item stays on sale singly.</summary>
/// <remarks>
/// Mixed bundling: Adams, Yellen 1976; McAfee, McMillan, Whinston 1989; a price for each segment's reservation: Hanson, Martin 1990. A consumer
/// takes the bundle at b where sum(w) - b is at least the surplus of buying singly; the margin of what was bought singly is taken off what the
/// bundle earns. Where a cost is not known no margin can be judged, and only the configured default discount is given.
/// </remarks>
/// <param name="options">Valid options.</param>
/// <param name="learned">What was learned of the shop's demand; null for priors alone.</param>
public sealed class BundlePricer(PricingOptions options, ElasticityTable? learned = null)
{
    private readonly ElasticityTable _learned = learned ?? ElasticityTable.Empty;

    /// <summary>Prices a bundle of one or more lines by modelled demand.</summary>
    /// <param name="lines">The items.</param>
    /// <param name="demand">How often they are bought now; null for the prior share of each, independent of each other.</param>
    public PricingResult Price(IReadOnlyList<BundleLine> lines, BundleDemand? demand = null) => Guarded(lines, limits =>
    {
        var candidates = new PriceCandidates(lines, limits, options).Find();
        var lowest = candidates.Count > 0 ? candidates[^1].Offer : limits.List;
        return Choose(limits, Market.Modelled(lines, demand, lowest, options, _learned), candidates);
    });

    /// <summary>Prices a bundle for consumers whose willingness to pay is known.</summary>
    /// <exception cref="ArgumentException">A consumer has another number of items than the bundle, or no positive weight.</exception>
    public PricingResult Price(IReadOnlyList<BundleLine> lines, IReadOnlyList<Consumer> consumers) => Guarded(lines, limits =>
    {
        var (market, reservations) = Market.Known(lines, consumers, options, _learned);
        return Choose(limits, market, new PriceCandidates(lines, limits, options).Find(reservations));
    });

    /// <summary>The price of a published bundle with its products as they are now: the same discount where it still crosses no floor, else
    /// the next smaller of the configured steps, else none. A fixed price follows the list price.</summary>
    public PricingResult Reprice(IReadOnlyList<BundleLine> lines, BundlePrice published) => Guarded(lines, limits =>
    {
        if (published.Offer >= published.List)
        {
            return AtList(limits, "list_price", "No discount, as published.", published.Basis, null);
        }

        var discount = published.Discount is { Kind: not DiscountKind.FixedPrice } told ? told
            : published.Discount is null ? new OfferDiscount(DiscountKind.Percent, published.DiscountPct)
            : new OfferDiscount(DiscountKind.FixedPrice, limits.List * published.Offer / published.List);
        var candidates = new PriceCandidates(lines, limits, options);
        var offer = candidates.TryMake(discount) ?? options.DiscountSteps
            .Where(step => step > 0 && step < published.DiscountPct).OrderDescending()
            .Select(step => candidates.TryMake(new OfferDiscount(DiscountKind.Percent, step)))
            .FirstOrDefault(candidate => candidate is not null);
        return offer is { } made
            ? new PricingResult(
                PriceOf(limits.Currency, limits.List, made.Offer, made.Discount, published.Basis), "discounted", $"{PriceWords.Told(made, limits.Currency)}, as published.")
            : AtList(limits, "list_price", "No discount: none as large as the published one stays above the floor.", published.Basis, null);
    });

    /// <summary>A price with both amounts in the currency's decimals and the discount that follows from them.</summary>
    internal static BundlePrice PriceOf(string currency, decimal list, decimal offer, OfferDiscount? discount = null, string? basis = null) => new(
        currency,
        CurrencyUnits.Normalize(list, currency),
        CurrencyUnits.Normalize(offer, currency),
        decimal.Round(100 * ((list - offer) / list), 1, MidpointRounding.AwayFromZero),
        discount,
        basis);

    private PricingResult Guarded(IReadOnlyList<BundleLine> lines, Func<PriceLimits, PricingResult> price)
    {
        try
        {
            var (limits, refusal) = PriceLimits.Of(lines, options);
            return limits is null ? refusal! : limits.Cost is null ? WithoutCost(lines, limits) : price(limits);
        }
        catch (OverflowException)
        {
            return PricingResult.Refused("out_of_range", "The bundle's price or cost is too large to be counted.");
        }
    }

    private PricingResult WithoutCost(IReadOnlyList<BundleLine> lines, PriceLimits limits)
    {
        var unknown = $"the cost of {lines.First(line => line.Product.Cost is null).Product.ProductId} is not known.";
        var offer = options.DiscountWithoutCostPct > 0
            ? new PriceCandidates(lines, limits, options).TryMake(new OfferDiscount(DiscountKind.Percent, options.DiscountWithoutCostPct))
            : null;
        return offer is { } made
            ? new PricingResult(
                PriceOf(limits.Currency, limits.List, made.Offer, made.Discount), "cost_unknown", $"{PriceWords.Told(made, limits.Currency)} by default: {unknown}")
            : AtList(limits, "cost_unknown", $"No discount: {unknown}", null, null);
    }

    private PricingResult Choose(PriceLimits limits, Market market, List<PriceCandidate> candidates)
    {
        var best = market.At(limits.List);
        PriceCandidate? chosen = null;
        foreach (var candidate in candidates)
        {
            // Falling prices, and a clear gain: of prices that earn alike the highest stays, whatever the last bit of a sum says.
            var outcome = market.At(candidate.Offer);
            if (outcome.Worth > best.Worth + market.Tolerance)
            {
                (best, chosen) = (outcome, candidate);
            }
        }

        var floor = $"{PriceLimits.Text(limits.CostFloor)} {limits.Currency}";
        var forecast = market.Forecast(best, limits.Currency);
        if (chosen is not { } made)
        {
            var reason = candidates.Count == 0 ? $"No discount: none stays above the floor {floor}."
                : $"No discount: none of {candidates.Count} above the floor {floor} earns more ({market.Basis}).";
            return AtList(limits, "list_price", reason, market.Basis, forecast);
        }

        var gain = string.Create(
            CultureInfo.InvariantCulture, $"{forecast.MarginGain.Expected} {limits.Currency} more margin from {forecast.Orders:0.##} orders");
        return new PricingResult(
            PriceOf(limits.Currency, limits.List, made.Offer, made.Discount, market.Basis),
            "discounted",
            $"{PriceWords.Told(made, limits.Currency)}, above the floor {floor}: {gain} ({market.Basis}).",
            forecast);
    }

    private static PricingResult AtList(PriceLimits limits, string code, string reason, string? basis, PriceForecast? forecast) =>
        new(PriceOf(limits.Currency, limits.List, limits.List, null, basis), code, reason, forecast);
}
