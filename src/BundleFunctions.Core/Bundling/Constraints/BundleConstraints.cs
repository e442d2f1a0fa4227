namespace BundleFunctions.Bundling.Constraints;

/// <summary>What may be sold together: the one place that is asked when bundles are built and again when they are served.</summary>
/// <remarks>A bundle passes where each product can be sold in its quantity, all are priced in one currency, none is there twice, nothing
/// required is missing, no two clash (variants of one group, exclusions, fits, age and legal classes, forbidden categories), no
/// category is over its limit, and no ban holds it.</remarks>
public sealed class BundleConstraints(ConstraintOptions options)
{
    private readonly PairRules _pairs = new(options);

    // By their first product, so that a shop's many bans cost nothing where none of them can hold.
    private readonly Dictionary<ProductId, BundleBan[]> _bans =
        options.Bans.GroupBy(ban => ban.Products[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The rules.</summary>
    public ConstraintOptions Options => options;

    /// <summary>Whether nothing stands against the bundle.</summary>
    public bool Allow(IReadOnlyList<BundleLine> lines, DateTimeOffset now) => FindFirst(lines, now) is null;

    /// <summary>The first violation, cheapest checks first; null where there is none.</summary>
    public ConstraintViolation? FindFirst(IReadOnlyList<BundleLine> lines, DateTimeOffset now) => Find(lines, now).FirstOrDefault();

    /// <summary>Every violation, in a fixed order; none where the bundle may be sold.</summary>
    public IEnumerable<ConstraintViolation> Find(IReadOnlyList<BundleLine> lines, DateTimeOffset now)
    {
        foreach (var line in lines)
        {
            var product = line.Product;
            if (ProductRules.Find(line, now) is { } unavailable)
            {
                yield return unavailable;
            }

            if (!string.Equals(product.Currency, lines[0].Product.Currency, StringComparison.Ordinal))
            {
                yield return new ConstraintViolation(
                    ConstraintCodes.MixedCurrencies,
                    product.ProductId,
                    lines[0].Product.ProductId,
                    $"It is priced in {product.Currency}, the first product in {lines[0].Product.Currency}.");
            }

            if (ProductRules.FindMissing(product, lines) is { } missing)
            {
                yield return missing;
            }
        }

        for (var i = 0; i < lines.Count; i++)
        {
            for (var j = i + 1; j < lines.Count; j++)
            {
                if (_pairs.Find(lines[i].Product, lines[j].Product) is { } clash)
                {
                    yield return clash;
                }
            }
        }

        foreach (var limit in options.CategoryLimits)
        {
            if (FindLimit(limit, lines) is { } over)
            {
                yield return over;
            }
        }

        for (var i = 0; i < lines.Count && _bans.Count > 0; i++)
        {
            if (_bans.TryGetValue(lines[i].Product.ProductId, out var bans))
            {
                foreach (var ban in bans)
                {
                    if (FindBan(ban, lines, now) is { } banned)
                    {
                        yield return banned;
                    }
                }
            }
        }
    }

    /// <summary>What keeps two products out of any bundle and any cart advice; null where nothing does.</summary>
    public ConstraintViolation? FindClash(Product one, Product other) => _pairs.Find(one, other);

    /// <summary>Whether a pin puts exactly these products and quantities first, the first being its anchor.</summary>
    public bool IsPinned(IReadOnlyList<Offers.BundleItem> items, DateTimeOffset now) =>
        options.Pins.Any(pin => pin.HoldsAt(now) && IsSame(pin, items));

    private static bool IsSame(BundlePin pin, IReadOnlyList<Offers.BundleItem> items) =>
        pin.Products.Count == items.Count
        && pin.Products[0] == items[0].ProductId
        && items.All(item => IndexOf(pin.Products, item.ProductId) is var place and >= 0 && pin.QuantityOf(place) == item.Quantity);

    private static int IndexOf(IReadOnlyList<ProductId> products, ProductId wanted)
    {
        for (var i = 0; i < products.Count; i++)
        {
            if (products[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static ConstraintViolation? FindLimit(CategoryLimit limit, IReadOnlyList<BundleLine> lines)
    {
        var (held, last) = (0, -1);
        for (var i = 0; i < lines.Count; i++)
        {
            if (CategoryPaths.Holds(lines[i].Product, limit.Category))
            {
                (held, last) = (held + 1, i);
            }
        }

        return held <= limit.Max ? null : new ConstraintViolation(
            ConstraintCodes.CategoryLimit,
            lines[last].Product.ProductId,
            Other: null,
            $"{held} products are of {limit.Category}; at most {limit.Max} may be.");
    }

    private static ConstraintViolation? FindBan(BundleBan ban, IReadOnlyList<BundleLine> lines, DateTimeOffset now) =>
        ban.HoldsAt(now) && ban.Products.All(product => lines.Any(line => line.Product.ProductId == product))
            ? new ConstraintViolation(
                ConstraintCodes.Banned,
                ban.Products[0],
                ban.Products.Count > 1 ? ban.Products[1] : null,
                ban.Note is null ? "A merchandiser banned it." : $"A merchandiser banned it: {ban.Note}")
            : null;
}
