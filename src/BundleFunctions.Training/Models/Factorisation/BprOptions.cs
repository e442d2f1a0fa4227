using System.Globalization;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>What a BPR model depends on besides data and seed.</summary>
public sealed record BprOptions
{
    /// <summary>Factors of each row and item, 1..1024.</summary>
    public int Rank { get; init; } = 64;

    /// <summary>Size of a gradient step, above 0.</summary>
    public double LearningRate { get; init; } = .05;

    /// <summary>Weight of the squared factors of each triple, 0 or above.</summary>
    public double Lambda { get; init; } = .01;

    /// <summary>Epochs, 1 or more; in each every observed pair is taken once, in a new order.</summary>
    public int Iterations { get; init; } = 30;

    /// <summary>0..2: an item is drawn as the worse one in proportion to its rows to this power. 0: all alike.</summary>
    public double NegativePower { get; init; }

    /// <summary>Gradient steps over all items of a query when it is folded in, 1 or more.</summary>
    public int FoldInSteps { get; init; } = 30;

    internal string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"rank={Rank} learning-rate={LearningRate:R} lambda={Lambda:R} iterations={Iterations} negative-power={NegativePower:R} fold-in-steps={FoldInSteps}");

    internal void Validate()
    {
        ModelOptions.Require(nameof(Rank), Rank, 1, 1024);
        ModelOptions.Require(nameof(LearningRate), LearningRate, double.Epsilon, float.MaxValue);
        ModelOptions.Require(nameof(Lambda), Lambda, 0, float.MaxValue);
        ModelOptions.Require(nameof(Iterations), Iterations, 1, int.MaxValue);
        ModelOptions.Require(nameof(NegativePower), NegativePower, 0, 2);
        ModelOptions.Require(nameof(FoldInSteps), FoldInSteps, 1, int.MaxValue);
    }
}
