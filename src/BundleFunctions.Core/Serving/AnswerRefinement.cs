using System.Globalization;
using BundleFunctions.Serving.Filters;

namespace BundleFunctions.Serving;

/// <summary>Wishes beyond the plain question; answers to them are made anew each time.</summary>
public sealed record AnswerRefinement
{
    /// <summary>Longest filter, in characters.</summary>
    public const int MaxFilterLength = 2000;

    /// <summary>What every offered product must be, but for those that the question is about; null for anything.</summary>
    public ProductFilter? Filter { get; init; }

    /// <summary>How much of its score a bundle loses for sharing all its products with a better one of the answer, 0..1.</summary>
    public double Diversity { get; init; }

    /// <summary>Whether cheap (-1) or dear (1) bundles are wanted, -1..1: a score is multiplied by (offer / median offer) to this power.</summary>
    public double PriceLevel { get; init; }

    /// <summary>The least offer price; null for any.</summary>
    public decimal? MinPrice { get; init; }

    /// <summary>The greatest offer price; null for any.</summary>
    public decimal? MaxPrice { get; init; }

    /// <summary>Where a page of answers begins; null for the first.</summary>
    public AnswerCursor? Cursor { get; init; }

    /// <summary>Bundles that stand elsewhere on the page already.</summary>
    public IReadOnlySet<BundleId> Shown { get; init; } = new HashSet<BundleId>();

    /// <summary>The first value that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Diversity is not (>= 0 and <= 1) ? string.Create(CultureInfo.InvariantCulture, $"diversity is {Diversity}; expected 0..1.")
        : PriceLevel is not (>= -1 and <= 1) ? string.Create(CultureInfo.InvariantCulture, $"priceLevel is {PriceLevel}; expected -1..1.")
        : MinPrice < 0 ? string.Create(CultureInfo.InvariantCulture, $"minPrice is {MinPrice}; expected 0 or more.")
        : MaxPrice < (MinPrice ?? 0) ? string.Create(CultureInfo.InvariantCulture, $"maxPrice is {MaxPrice}; expected {MinPrice ?? 0} or more.")
        : null;

    /// <summary>The same text for the same wishes, for names of answers.</summary>
    internal string Canonical => string.Create(
        CultureInfo.InvariantCulture,
        $"{Filter?.Text}\u001f{Diversity}\u001f{PriceLevel}\u001f{MinPrice}\u001f{MaxPrice}\u001f{Cursor?.Offset}\u001f{string.Join(',', Shown.Select(id => id.Value).Order(StringComparer.Ordinal))}");
}
