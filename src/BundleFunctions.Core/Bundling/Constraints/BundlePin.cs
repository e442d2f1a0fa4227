namespace BundleFunctions.Bundling.Constraints;

/// <summary>A merchandiser's own bundle: it stands first among its anchor's while it holds. It passes every other constraint and every price
/// floor like any bundle, or it is not served.</summary>
public sealed record BundlePin
{
    /// <summary>Two to six different products, the anchor first.</summary>
    public required IReadOnlyList<ProductId> Products { get; init => field = value ?? []; }

    /// <summary>Pieces of each product, 1 or more; empty for one of each.</summary>
    public IReadOnlyList<int> Quantities { get; init => field = value ?? []; } = [];

    /// <summary>From when it holds; null for always.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>From when on it does not hold any more; null for never.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Why, for the shop's own people.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it holds at <paramref name="now"/>.</summary>
    public bool HoldsAt(DateTimeOffset now) => !(From > now) && !(To <= now);

    /// <summary>Pieces of the i-th product.</summary>
    public int QuantityOf(int i) => Quantities.Count == 0 ? 1 : Quantities[i];

    /// <summary>What is wrong with the pin, in words; null where it is well.</summary>
    public string? Validate() =>
        Products.Count is < 2 or > 6 || Products.Distinct().Count() != Products.Count
            ? $"a pin names {Products.Count} products; expected 2..6 different ones."
        : Quantities.Count != 0 && (Quantities.Count != Products.Count || Quantities.Any(quantity => quantity < 1))
            ? $"the pin of {Products[0]} has quantities that do not fit its products."
        : From >= To ? $"the pin of {Products[0]} ends at {To:O}, before it begins."
        : null;
}
