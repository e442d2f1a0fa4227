using System.Globalization;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Options of <see cref="LearnedContentModel"/>.</summary>
public sealed record LearnedContentOptions
{
    /// <summary>Directions of latent semantic analysis, 1..512.</summary>
    public int Topics { get; init; } = 64;

    /// <summary>Cases to learn from at most, 0..1000000: each is an item of a row, to be told from wrong ones by the rest of the row. With 0 the weights
    /// are those of <see cref="ContentOptions"/>.</summary>
    public int MaxCases { get; init; } = 1500;

    /// <summary>Items most like the rest of the row that the right one must beat, 1..1000; a quarter as many of each channel besides.</summary>
    public int HardNegatives { get; init; } = 100;

    /// <summary>Items of chance that it must beat, 1..1000.</summary>
    public int RandomNegatives { get; init; } = 200;

    /// <summary>How strongly weights are drawn to those of <see cref="ContentOptions"/>, in cases, 0.001..1000000.</summary>
    public double Shrinkage { get; init; } = 4;

    /// <summary>How many of an item's likest items say whether it is like everything, 0..1000; 0 asks none.</summary>
    public int HubNeighbours { get; init; } = 20;

    /// <summary>How far items that are like everything are held back, 0..2: scores are divided by their mean likeness to this power.</summary>
    public double HubPower { get; init; } = 0.5;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture, $"topics={Topics} cases={MaxCases} hard={HardNegatives} random={RandomNegatives} l2={Shrinkage} hubs={HubNeighbours}^{HubPower}");

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal void Validate()
    {
        ModelOptions.Require(nameof(Topics), Topics, 1, 512);
        ModelOptions.Require(nameof(MaxCases), MaxCases, 0, 1_000_000);
        ModelOptions.Require(nameof(HardNegatives), HardNegatives, 1, 1000);
        ModelOptions.Require(nameof(RandomNegatives), RandomNegatives, 1, 1000);
        ModelOptions.Require(nameof(Shrinkage), Shrinkage, 0.001, 1_000_000);
        ModelOptions.Require(nameof(HubNeighbours), HubNeighbours, 0, 1000);
        ModelOptions.Require(nameof(HubPower), HubPower, 0, 2);
    }
}
