namespace BundleFunctions.Training.Runs;

/// <summary>How far a training run is.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">How much of it is done, in the stage's unit.</param>
/// <param name="Total">How much there is to do; null where that is not known beforehand.</param>
public sealed record TrainingProgress(TrainingStage Stage, long Done, long? Total);
