using System.Globalization;

namespace BundleFunctions.Training.Models.Rp3Beta;

/// <summary>How the three-step random walk is trained.</summary>
public sealed record Rp3BetaOptions
{
    /// <summary>Exponent of the walk's probabilities, 0..3.</summary>
    public double Alpha { get; init; } = 1;

    /// <summary>How strongly popular items are held back, 0..3; 0 is P3alpha.</summary>
    public double Beta { get; init; } = 0.6;

    /// <summary>Neighbours kept for one item, 1..1000.</summary>
    public int Neighbours { get; init; } = 100;

    /// <summary>The first option that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Alpha is not (>= 0 and <= 3) ? $"rp3beta.alpha is {Alpha.ToString(CultureInfo.InvariantCulture)}; expected 0..3."
        : Beta is not (>= 0 and <= 3) ? $"rp3beta.beta is {Beta.ToString(CultureInfo.InvariantCulture)}; expected 0..3."
        : Neighbours is < 1 or > 1000 ? $"rp3beta.neighbours is {Neighbours}; expected 1..1000."
        : null;

    /// <summary>Everything that the model depends on, in one line.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"alpha={Alpha:R} beta={Beta:R} neighbours={Neighbours}");
}
