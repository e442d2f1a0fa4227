using System.Globalization;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>What an implicit ALS model depends on besides data and seed.</summary>
public sealed record IalsOptions
{
    /// <summary>Factors of each row and item, 1..1024; multiples of 8 waste nothing.</summary>
    public int Rank { get; init; } = 64;

    /// <summary>How much more an observed value of 1 weighs than an unobserved one, which weighs 1; above 0. A weight of w for what is
    /// unobserved against 1 for what is observed is the same as 1 / w - 1 here, with λ divided by w.</summary>
    public double Alpha { get; init; } = 40;

    /// <summary>Weight of the squared factors, 0 or above.</summary>
    public double Lambda { get; init; } = 10;

    /// <summary>0..1: λ of a row or item grows with its share of all weight to this power. 0: all alike; 1: in proportion, as in
    /// weighted-λ regularisation. λ's mean over a side is <see cref="Lambda"/> at 0 and 1.</summary>
    public double FrequencyScaling { get; init; }

    /// <summary>Epochs at most, 1 or more; in each the rows are solved, then the items.</summary>
    public int Iterations { get; init; } = 15;

    /// <summary>Conjugate gradient steps a row and epoch, 1 or more.</summary>
    public int Steps { get; init; } = 3;

    /// <summary>An epoch that betters the loss by less than this share of it is the last, 0..1; 0 for never.</summary>
    public double Plateau { get; init; } = 1e-4;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"rank={Rank} alpha={Alpha:R} lambda={Lambda:R} frequency-scaling={FrequencyScaling:R} iterations={Iterations} steps={Steps} plateau={Plateau:R}");

    internal void Validate()
    {
        ModelOptions.Require(nameof(Rank), Rank, 1, 1024);
        ModelOptions.Require(nameof(Alpha), Alpha, double.Epsilon, float.MaxValue);
        ModelOptions.Require(nameof(Lambda), Lambda, 0, float.MaxValue);
        ModelOptions.Require(nameof(FrequencyScaling), FrequencyScaling, 0, 1);
        ModelOptions.Require(nameof(Iterations), Iterations, 1, int.MaxValue);
        ModelOptions.Require(nameof(Steps), Steps, 1, 1024);
        ModelOptions.Require(nameof(Plateau), Plateau, 0, 1);
    }
}
