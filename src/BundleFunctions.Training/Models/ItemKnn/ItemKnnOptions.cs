using System.Globalization;

namespace BundleFunctions.Training.Models.ItemKnn;

/// <summary>How item-based collaborative filtering is trained.</summary>
public sealed record ItemKnnOptions
{
    /// <summary>The measure.</summary>
    public Similarity Similarity { get; init; } = Similarity.Cosine;

    /// <summary>Neighbours kept for one item, 1..1000.</summary>
    public int Neighbours { get; init; } = 50;

    /// <summary>Added to the denominator, so that items in few rows are less similar; 0 or more.</summary>
    public double Shrinkage { get; init; }

    /// <summary>Exponent of the query's item in the cosine's denominator, 0..1; the neighbour has the rest. 0.5 is the cosine,
    /// 1 the confidence.</summary>
    public double Asymmetry { get; init; } = 0.5;

    /// <summary>Whether the similarities of each item's neighbours are scaled to sum up to 1, so that no item of a query outweighs the others.</summary>
    public bool NormalizeNeighbours { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Enum.IsDefined(Similarity) ? $"itemKnn.similarity is {(int)Similarity}; expected one of {string.Join(", ", Enum.GetNames<Similarity>())}."
        : Neighbours is < 1 or > 1000 ? $"itemKnn.neighbours is {Neighbours}; expected 1..1000."
        : !(Shrinkage >= 0 && double.IsFinite(Shrinkage)) ? $"itemKnn.shrinkage is {Shrinkage.ToString(CultureInfo.InvariantCulture)}; expected 0 or more."
        : Asymmetry is not (>= 0 and <= 1) ? $"itemKnn.asymmetry is {Asymmetry.ToString(CultureInfo.InvariantCulture)}; expected 0..1."
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"similarity={Similarity} neighbours={Neighbours} shrinkage={Shrinkage:R} asymmetry={Asymmetry:R} normalizeNeighbours={NormalizeNeighbours}");
}
