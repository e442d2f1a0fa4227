using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Asks a model all cases of a task. The answer is the same for any number of threads.</summary>
public static class Ranker
{
    // Four megabytes of scores a thread; how cases are batched never depends on the number of threads.
    private const int MaxScores = 1 << 20;
    private const int MaxBatch = 256;

    /// <summary>Ranks every case. Ties go to the more popular item, then to the lower number.</summary>
    /// <param name="depth">How many of the best items to keep, 0 or more.</param>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="UnrankableException">A score is not finite, or the model knows another number of items than the task.</exception>
    /// <exception cref="ArgumentException">The task is not valid.</exception>
    public static RankedCase[] Rank(IRecommender model, RankingTask task, int depth, int threads, CancellationToken cancellationToken) =>
        Rank(model, task, depth, threads, null, cancellationToken);

    /// <summary>Ranks every case.</summary>
    /// <param name="progress">Told how many cases were ranked after every batch; may be called by several threads at once.</param>
    /// <inheritdoc cref="Rank(IRecommender, RankingTask, int, int, CancellationToken)"/>
    public static RankedCase[] Rank(
        IRecommender model, RankingTask task, int depth, int threads, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (task.Validate() is { } fault)
        {
            throw new ArgumentException(fault, nameof(task));
        }

        if (model.Items != task.Items)
        {
            throw new UnrankableException(NameOf(model), -1, $"{NameOf(model)} knows {model.Items} items; task {task.Name} has {task.Items}.");
        }

        var ranked = new RankedCase[task.Cases.Count];
        var batch = Math.Clamp(MaxScores / Math.Max(task.Items, 1), 1, MaxBatch);
        var batches = (ranked.Length + batch - 1) / batch;
        var order = new RankingOrder(task);
        var faults = new (int Item, float Score)?[ranked.Length];
        Parallel.For(
            0,
            batches,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            () => new CaseRanking(order, task, depth),
            (i, _, ranking) =>
            {
                var (from, to) = (i * batch, Math.Min((i + 1) * batch, ranked.Length));
                ranking.Rank(model, from, to, ranked, faults);
                progress?.Report(to - from);
                return ranking;
            },
            _ => { });

        // The first by number, whoever met one first.
        var bad = Array.FindIndex(faults, found => found is not null);
        return bad < 0 ? ranked : throw new UnrankableException(
            NameOf(model),
            bad,
            $"{NameOf(model)} gives item {faults[bad]!.Value.Item} the score {faults[bad]!.Value.Score} in case {bad} of task {task.Name}; expected a finite one.");
    }

    private static string NameOf(IRecommender model) => model.Save().Model;
}
