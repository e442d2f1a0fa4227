namespace BundleFunctions.Training;

/// <summary>Blob <c>jobs/{shop}/trained.json</c>: what the last finished training learned from. The trainer writes it, the schedule reads it.</summary>
/// <param name="Inputs">As they were when the training began to read.</param>
/// <param name="ModelId">The model that came of it.</param>
/// <param name="FinishedAt">When its manifest was written.</param>
public sealed record TrainedRecord(TrainingInputs Inputs, ModelId ModelId, DateTimeOffset FinishedAt);
