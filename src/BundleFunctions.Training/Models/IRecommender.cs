using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models;

/// <summary>A trained model: ranks all items for a basket, a session or a user. Immutable and safe to use from many threads.</summary>
public interface IRecommender
{
    /// <summary>Items that it knows; they are numbered 0..Items - 1.</summary>
    int Items { get; }

    /// <summary>Scores all items for each query; the higher the better, always finite, 0 where nothing speaks for an item. Items of the
    /// query itself are scored like any other: who ranks leaves them out where the task says so.</summary>
    /// <param name="queries">What to rank for.</param>
    /// <param name="scores">Row by row, <c>queries.Length</c> x <see cref="Items"/>; overwritten.</param>
    void Score(ReadOnlySpan<Query> queries, Span<float> scores);

    /// <summary>Everything that <see cref="IRecommenderTrainer.Load"/> needs to make an equal model.</summary>
    ModelArrays Save();
}
