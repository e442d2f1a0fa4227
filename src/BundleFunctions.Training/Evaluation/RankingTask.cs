using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation;

/// <summary>What models are judged on: data to learn from, and questions about what came after or was hidden.</summary>
/// <param name="Name">Names it in reports.</param>
/// <param name="Train">All that a model may learn from.</param>
/// <param name="Cases">The questions; every model answers the same ones.</param>
public sealed record RankingTask(string Name, TrainingData Train, IReadOnlyList<RankingCase> Cases)
{
    // With the rows that they were counted on: a copy of this record may be given others.
    private (TrainingData Train, int[] Counts, int[] Order)? _popularity;

    /// <summary>Whether items of the query are ranked like any other, as where groceries are bought again.</summary>
    public bool RepeatsCount { get; init; }

    /// <summary>Items that may be recommended, by number; empty where all may. A relevant item that may not be counts as never found.</summary>
    public IReadOnlyList<bool> Candidates { get; init; } = [];

    /// <summary>Segments that each case belongs to, such as <c>cold</c>, by case; empty where there are none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Segments { get; init; } = [];

    /// <summary>Items to rank.</summary>
    public int Items => Train.Items;

    /// <summary>Training rows that hold each item.</summary>
    public IReadOnlyList<int> Popularity => Counted().Counts;

    /// <summary>All items in the order that settles ties: the more popular first, then the lower number.</summary>
    public IReadOnlyList<int> PopularFirst => Counted().Order;

    /// <summary>The first thing that is wrong with the task, in words; null where all is well.</summary>
    public string? Validate()
    {
        if (Candidates.Count != 0 && Candidates.Count != Items)
        {
            return $"Task {Name} says of {Candidates.Count} items whether they may be recommended; expected {Items}.";
        }

        if (Segments.Count != 0 && Segments.Count != Cases.Count)
        {
            return $"Task {Name} has segments of {Segments.Count} cases; expected {Cases.Count}.";
        }

        for (var i = 0; i < Cases.Count; i++)
        {
            var (query, relevant) = (Cases[i].Query.Items, Cases[i].Relevant);
            if (relevant.Length == 0 || !IsSet(relevant) || !IsSet(query))
            {
                return $"Case {i} of task {Name} must have relevant items, and items ascending, distinct and below {Items}.";
            }

            if (!RepeatsCount && relevant.Any(item => Array.BinarySearch(query, item) >= 0))
            {
                return $"Case {i} of task {Name} asks for an item that its query holds, where repeats do not count.";
            }
        }

        return null;
    }

    private (TrainingData Train, int[] Counts, int[] Order) Counted()
    {
        if (_popularity is { } known && ReferenceEquals(known.Train, Train))
        {
            return known;
        }

        var counts = ItemPopularity.Count(Train.Rows);
        var counted = (Train, counts, ItemPopularity.Order(counts));
        _popularity = counted;
        return counted;
    }

    private bool IsSet(int[] items)
    {
        var last = -1;
        foreach (var item in items)
        {
            if (item <= last || item >= Items)
            {
                return false;
            }

            last = item;
        }

        return true;
    }
}
