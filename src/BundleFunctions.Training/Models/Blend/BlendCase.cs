namespace BundleFunctions.Training.Models.Blend;

/// <summary>One right answer beside wrong ones, as the blend's parts see them.</summary>
/// <param name="Regime">The query's kind.</param>
/// <param name="Signals">Candidates x <see cref="Stride"/>, row by row; the first row is the right answer's. Levels are scores as they are; what lies
/// beyond parts x signals is 0.</param>
/// <param name="Weight">What it counts: the right answers of one query share 1.</param>
internal sealed record BlendCase(int Regime, float[] Signals, double Weight)
{
    /// <summary>Values that are worked on at once.</summary>
    public const int Lanes = 8;

    /// <summary>Length of a row: parts x signals, rounded up to whole lanes.</summary>
    public static int Stride(int parts) => ((parts * PartSignals.Count) + Lanes - 1) / Lanes * Lanes;
}
