namespace BundleFunctions.Training.Models.Blend;

/// <summary>One right answer beside wrong ones, as the blend's parts see them.</summary>
/// <param name="Regime">The query's kind.</param>
/// <param name="Signals">Candidates x (parts x signals), row by row; the first row is the right answer's. Levels are scores as they are.</param>
/// <param name="Weight">What it counts: the right answers of one query share 1.</param>
internal sealed record BlendCase(int Regime, float[] Signals, double Weight);
