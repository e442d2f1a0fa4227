namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>The two tasks of a split.</summary>
/// <param name="Validation">Learns from the training rows, asks about the validation rows.</param>
/// <param name="Test">Learns from training and validation rows, asks about the test rows.</param>
public sealed record SplitTasks(ValidationTask Validation, RankingTask Test)
{
    /// <summary>Completing baskets.</summary>
    /// <inheritdoc cref="BasketTask.Of"/>
    public static SplitTasks Baskets(string name, InteractionLog log, RowSplit split, ulong seed, int maxCases = int.MaxValue) => new(
        new ValidationTask(BasketTask.Of($"{name}.validation", log, split.Train, split.Validation, seed, maxCases)),
        BasketTask.Of(name, log, split.TrainAndValidation, split.Test, seed, maxCases));

    /// <summary>Naming what users buy next.</summary>
    /// <inheritdoc cref="NextBasketTask.Of"/>
    public static SplitTasks NextBaskets(string name, InteractionLog log, RowSplit split, int maxCases = int.MaxValue) => new(
        new ValidationTask(NextBasketTask.Of($"{name}.validation", log, split.Train, split.Validation, maxCases)),
        NextBasketTask.Of(name, log, split.TrainAndValidation, split.Test, maxCases));
}
