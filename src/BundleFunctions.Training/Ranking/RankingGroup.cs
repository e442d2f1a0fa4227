using BundleFunctions.Ranking;

namespace BundleFunctions.Training.Ranking;

/// <summary>One answer that was given or could have been given: its bundles in the order before, and which of them were taken.</summary>
/// <param name="features">Rows x <see cref="RankingFeatures.Count"/>, row after row.</param>
/// <param name="relevant">By row: whether the bundle was taken.</param>
/// <param name="bundles">By row: number of the bundle within the data.</param>
/// <param name="isOut">By row: whether it cannot be delivered now.</param>
public sealed class RankingGroup(float[] features, bool[] relevant, int[] bundles, bool[] isOut)
{
    /// <summary>Bundles.</summary>
    public int Rows => relevant.Length;

    /// <summary>By row: whether the bundle was taken.</summary>
    public ReadOnlySpan<bool> Relevant => relevant;

    /// <summary>By row: number of the bundle within the data.</summary>
    public ReadOnlySpan<int> Bundles => bundles;

    /// <summary>By row: whether it cannot be delivered now.</summary>
    public ReadOnlySpan<bool> IsOut => isOut;

    /// <summary>The features of one row; not a number where one is not known.</summary>
    public ReadOnlySpan<float> this[int row] => features.AsSpan(row * RankingFeatures.Count, RankingFeatures.Count);
}
