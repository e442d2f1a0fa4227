using BundleFunctions.Bundling;
using BundleFunctions.Offers;

namespace BundleFunctions.Pricing;

/// <summary>Makes every offer that the shop's kinds of discount allow.</summary>
internal sealed class PriceCandidates(IReadOnlyList<BundleLine> lines, PriceLimits limits, PricingOptions options)
{
    private const int MostPieces = 12;

    private readonly List<PriceCandidate> _found = [];
    private List<(decimal Price, int Line)>? _pieces;

    /// <summary>Every piece with its line, dearest first; none where there are too many to count them off.</summary>
    private List<(decimal Price, int Line)> Pieces => _pieces ??=
        lines.Sum(line => (long)line.Quantity) > MostPieces ? [] : [.. lines.SelectMany((line, i) => Enumerable.Repeat((line.Product.Price, i), line.Quantity)).OrderByDescending(piece => piece.Price)];

    /// <summary>Candidates by falling price, one for each price.</summary>
    /// <param name="reservations">What single consumers would pay at most, where they are known: a best fixed price is one of these.</param>
    public List<PriceCandidate> Find(IEnumerable<decimal>? reservations = null)
    {
        foreach (var kind in options.Kinds)
        {
            Add(kind, reservations ?? []);
        }

        // A stable sort, so that of equal prices the first kind comes first.
        var ordered = _found.OrderByDescending(candidate => candidate.Offer).ToList();
        return ordered.Where((candidate, i) => i == 0 || ordered[i - 1].Offer != candidate.Offer).ToList();
    }

    /// <summary>The offer that a discount makes of these lines; null where it crosses a limit or is none.</summary>
    public PriceCandidate? TryMake(OfferDiscount discount) => discount.Kind switch
    {
        DiscountKind.Percent => Priced(limits.List * (1 - (discount.Value!.Value / 100)), discount),
        DiscountKind.Amount => Priced(limits.List - discount.Value!.Value, discount),
        DiscountKind.FixedPrice => Priced(discount.Value!.Value, discount),
        DiscountKind.NForM => PayFor((int)discount.Value!.Value),
        _ => Free(IndexOf(discount.ProductId)),
    };

    private void Add(DiscountKind kind, IEnumerable<decimal> reservations)
    {
        switch (kind)
        {
            case DiscountKind.Percent:
                Keep(options.DiscountSteps.Where(step => step > 0).Select(step => TryMake(new OfferDiscount(kind, step))));
                break;
            case DiscountKind.Amount:
                Keep(RoundAmounts().Select(amount => TryMake(new OfferDiscount(kind, amount))));
                break;
            case DiscountKind.FixedPrice:
                Keep(Enumerable.Range(1, (int)options.MaxDiscountPct).Select(step => TryMake(new OfferDiscount(kind, limits.List * (100 - step) / 100))));
                Keep(reservations.Select(most => TryMake(new OfferDiscount(kind, PriceRounding.Down(most, limits.Currency, options.PriceEnding)))));
                break;
            case DiscountKind.NForM:
                Keep(Enumerable.Range(1, Math.Max(0, Pieces.Count - 1)).Select(PayFor));
                break;
            default:
                Keep(Enumerable.Range(1, lines.Count - 1).Select(Free));
                break;
        }
    }

    private void Keep(IEnumerable<PriceCandidate?> candidates) => _found.AddRange(candidates.OfType<PriceCandidate>());

    /// <summary>1, 2 and 5 times powers of ten, from one percent of the list price to the largest discount.</summary>
    private IEnumerable<decimal> RoundAmounts()
    {
        var most = limits.List * options.MaxDiscountPct / 100;
        for (var power = CurrencyUnits.RoundUp(0.0000001m, limits.Currency); power <= most; power *= 10)
        {
            foreach (var amount in new[] { power, 2 * power, 5 * power })
            {
                if (amount * 100 >= limits.List && amount <= most)
                {
                    yield return amount;
                }
            }
        }
    }

    private PriceCandidate? Priced(decimal amount, OfferDiscount discount)
    {
        var offer = PriceRounding.Up(amount, limits.Currency, options.PriceEnding);
        var isFixed = discount.Kind == DiscountKind.FixedPrice || options.PriceEnding != PriceEnding.None;
        return limits.Allow(offer) ? new PriceCandidate(offer, isFixed ? new OfferDiscount(DiscountKind.FixedPrice, offer) : discount) : null;
    }

    private PriceCandidate? PayFor(int paid)
    {
        if (paid < 1 || paid >= Pieces.Count || !Pieces.Skip(paid).All(piece => limits.MayBeFree(piece.Line)))
        {
            return null;
        }

        var offer = CurrencyUnits.RoundUp(Pieces.Take(paid).Sum(piece => piece.Price), limits.Currency);
        return limits.Allow(offer) ? new PriceCandidate(offer, new OfferDiscount(DiscountKind.NForM, paid)) : null;
    }

    private PriceCandidate? Free(int line)
    {
        if (line < 1 || !limits.MayBeFree(line))
        {
            return null;
        }

        var gift = lines[line].Product;
        var offer = CurrencyUnits.RoundUp(limits.List - (gift.Price * lines[line].Quantity), limits.Currency);
        return limits.Allow(offer) ? new PriceCandidate(offer, new OfferDiscount(DiscountKind.Gift, null, gift.ProductId)) : null;
    }

    private int IndexOf(ProductId? product)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Product.ProductId == product)
            {
                return i;
            }
        }

        return -1;
    }
}
