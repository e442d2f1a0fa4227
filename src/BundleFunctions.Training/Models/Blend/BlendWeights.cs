namespace BundleFunctions.Training.Models.Blend;

/// <summary>What a blend has learned.</summary>
/// <param name="Scales">By part, above 0: what its scores are divided by to be of like size.</param>
/// <param name="Factors">By regime, then part, then signal, 0 or more.</param>
/// <param name="Warm">By item, 1 where some row that the parts learn from holds it.</param>
public sealed record BlendWeights(double[] Scales, double[] Factors, byte[] Warm)
{
    /// <summary>Number of parts.</summary>
    public int Parts => Scales.Length;

    internal ReadOnlySpan<double> Of(int regime, int part) =>
        Factors.AsSpan(((regime * Parts) + part) * PartSignals.Count, PartSignals.Count);
}
