using System.Globalization;

namespace BundleFunctions.Bundling.Search;

/// <summary>How bundles are searched.</summary>
public sealed record BundleSearchOptions
{
    /// <summary>Bundles of one answer, 1..50.</summary>
    public int Bundles { get; init; } = 5;

    /// <summary>Products that are added to the seed at most, 1..8.</summary>
    public int MaxAdded { get; init; } = 4;

    /// <summary>Sets that are followed side by side, 1..100.</summary>
    public int Beam { get; init; } = 8;

    /// <summary>A further product must gain this share of what the best single one does, 0..1: where the bundle ends.</summary>
    public double MinGainShare { get; init; } = 0.3;

    /// <summary>How much other departments are wanted, 0..1: at .5 nothing is changed, at 0 only the anchor's own first-level category
    /// counts, at 1 only others. A product's gain is multiplied by 2 level, or by 2 (1 - level) where it shares the category.</summary>
    public double CrossCategory { get; init; } = 0.5;

    /// <summary>How much of its value a bundle loses for sharing its products with a better one of the answer, 0..1.</summary>
    public double OverlapPenalty { get; init; } = 0.5;

    /// <summary>Products that could stand in a slot instead, 0..5.</summary>
    public int Alternatives { get; init; } = 2;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Bundles is < 1 or > 50 ? $"search.bundles is {Bundles}; expected 1..50."
        : MaxAdded is < 1 or > 8 ? $"search.maxAdded is {MaxAdded}; expected 1..8."
        : Beam is < 1 or > 100 ? $"search.beam is {Beam}; expected 1..100."
        : Share("minGainShare", MinGainShare) ?? Share("crossCategory", CrossCategory) ?? Share("overlapPenalty", OverlapPenalty)
        ?? (Alternatives is < 0 or > 5 ? $"search.alternatives is {Alternatives}; expected 0..5." : null);

    private static string? Share(string name, double value) =>
        value is >= 0 and <= 1 ? null : string.Create(CultureInfo.InvariantCulture, $"search.{name} is {value}; expected 0..1.");
}
