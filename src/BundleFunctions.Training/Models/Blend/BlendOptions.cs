using System.Globalization;

namespace BundleFunctions.Training.Models.Blend;

/// <summary>Options of a blend.</summary>
public sealed record BlendOptions
{
    /// <summary>Share of the rows that weights are learned on, 0..0.9: the newest where moments are known, else chosen by the seed.</summary>
    public double ValidationShare { get; init; } = 0.2;

    /// <summary>Validation cases at most, 1..1000000, spread evenly.</summary>
    public int MaxCases { get; init; } = 3000;

    /// <summary>Best items of each part that a right answer must beat, 1..1000.</summary>
    public int HardNegatives { get; init; } = 40;

    /// <summary>Items of chance that it must beat, 1..1000.</summary>
    public int RandomNegatives { get; init; } = 40;

    /// <summary>L2 penalty that draws the weights to 0, per case, 0..100.</summary>
    public double Shrinkage { get; init; } = 0.0005;

    /// <summary>Cases that a regime needs to be heard half: the penalty that draws its weights to those of all cases is this over its number
    /// of cases. 0..1000000.</summary>
    public double RegimeShrinkage { get; init; } = 30;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"share={ValidationShare} cases={MaxCases} hard={HardNegatives} random={RandomNegatives} l2={Shrinkage} regime={RegimeShrinkage}");

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Validate()
    {
        ModelOptions.Require(nameof(ValidationShare), ValidationShare, 0, 0.9);
        ModelOptions.Require(nameof(MaxCases), MaxCases, 1, 1_000_000);
        ModelOptions.Require(nameof(HardNegatives), HardNegatives, 1, 1000);
        ModelOptions.Require(nameof(RandomNegatives), RandomNegatives, 1, 1000);
        ModelOptions.Require(nameof(Shrinkage), Shrinkage, 0, 100);
        ModelOptions.Require(nameof(RegimeShrinkage), RegimeShrinkage, 0, 1_000_000);
    }
}
