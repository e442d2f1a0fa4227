namespace BundleFunctions.Training.Models;

/// <summary>A basket, a session or a user to rank all items for.</summary>
/// <param name="Items">What is known to be in it: distinct item numbers, ascending; empty for somebody of whom nothing is known.</param>
public sealed record Query(int[] Items)
{
    /// <summary>How strongly each of <see cref="Items"/> counts, above 0; empty where all count 1.</summary>
    public float[] Weights { get; init; } = [];

    /// <summary>The user's baskets, oldest first, each ascending and distinct; empty where <see cref="Items"/> is all there is.</summary>
    public int[][] History { get; init; } = [];

    /// <summary>What was done step by step, oldest first; items may come again. Empty where no order is known.</summary>
    public SequenceStep[] Sequence { get; init; } = [];

    /// <summary>The row of the training data that this is, for models that learned something of their rows; -1 where it is none of them.</summary>
    public int Row { get; init; } = -1;

    /// <summary>When it is asked, in seconds since 1970; 0 where that does not matter.</summary>
    public long Moment { get; init; }

    /// <summary>Weight of the i-th of <see cref="Items"/>.</summary>
    public float WeightOf(int i) => Weights.Length == 0 ? 1f : Weights[i];
}
