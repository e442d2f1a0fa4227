using System.Globalization;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>What a factorisation machine depends on besides data and seed.</summary>
public sealed record FactorisationMachineOptions
{
    /// <summary>Factors of each feature, 1..1024.</summary>
    public int Rank { get; init; } = 32;

    /// <summary>Size of a gradient step, above 0.</summary>
    public double LearningRate { get; init; } = .05;

    /// <summary>Weight of the squared parameters that a step touches, 0 or above.</summary>
    public double Lambda { get; init; } = .002;

    /// <summary>Epochs, 1 or more; in each every observed pair is taken once, in a new order.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>0..2: an item is drawn as the worse one in proportion to its rows to this power. 0: all alike.</summary>
    public double NegativePower { get; init; }

    /// <summary>Items of a row that are context at most, 1 or more; of longer rows some are drawn for each step.</summary>
    public int ContextItems { get; init; } = 16;

    /// <summary>Price levels, each with as many items, 1..1000.</summary>
    public int PriceLevels { get; init; } = 8;

    /// <summary>Whether each row is a feature of its own: for users who come back. It takes the place of what their items say, so not for baskets.</summary>
    public bool RowFeatures { get; init; }

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"rank={Rank} learning-rate={LearningRate:R} lambda={Lambda:R} iterations={Iterations} negative-power={NegativePower:R} context-items={ContextItems} price-levels={PriceLevels} row-features={RowFeatures}");

    internal void Validate()
    {
        ModelOptions.Require(nameof(Rank), Rank, 1, 1024);
        ModelOptions.Require(nameof(LearningRate), LearningRate, double.Epsilon, float.MaxValue);
        ModelOptions.Require(nameof(Lambda), Lambda, 0, float.MaxValue);
        ModelOptions.Require(nameof(Iterations), Iterations, 1, int.MaxValue);
        ModelOptions.Require(nameof(NegativePower), NegativePower, 0, 2);
        ModelOptions.Require(nameof(ContextItems), ContextItems, 1, int.MaxValue);
        ModelOptions.Require(nameof(PriceLevels), PriceLevels, 1, 1000);
    }
}
