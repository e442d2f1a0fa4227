using System.Globalization;
using BundleFunctions.Training.Models.ItemKnn;

namespace BundleFunctions.Training.Models.UserKnn;

/// <summary>How user-based collaborative filtering answers.</summary>
public sealed record UserKnnOptions
{
    /// <summary>The measure.</summary>
    public Similarity Similarity { get; init; } = Similarity.Cosine;

    /// <summary>Most similar rows that speak, 1..10,000.</summary>
    public int Rows { get; init; } = 100;

    /// <summary>Added to the denominator, so that short rows are less similar; 0 or more.</summary>
    public double Shrinkage { get; init; }

    /// <summary>Whether scores are divided by the sum of the similarities, so that they are means of the rows' values.</summary>
    public bool Normalize { get; init; }

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        !Enum.IsDefined(Similarity) ? $"userKnn.similarity is {(int)Similarity}; expected one of {string.Join(", ", Enum.GetNames<Similarity>())}."
        : Rows is < 1 or > 10_000 ? $"userKnn.rows is {Rows}; expected 1..10000."
        : !(Shrinkage >= 0 && double.IsFinite(Shrinkage)) ? $"userKnn.shrinkage is {Shrinkage.ToString(CultureInfo.InvariantCulture)}; expected 0 or more."
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"similarity={Similarity} rows={Rows} shrinkage={Shrinkage:R} normalize={Normalize}");
}
