using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models;

/// <summary>What a model may learn from. A row is whatever the task ranks for: an order where bundles are completed, a user where users
/// are answered.</summary>
/// <param name="Rows">Rows x items; a value above 0 says how strongly the row holds the item (1 where it is only known that it does).</param>
public sealed record TrainingData(SparseMatrix Rows)
{
    /// <summary>Distinct items; they are numbered 0..Items - 1.</summary>
    public int Items => Rows.Columns;

    /// <summary>When each row happened, in seconds since 1970; empty where that is not known. Rows stand oldest first then.</summary>
    public IReadOnlyList<long> Moments { get; init; } = [];

    /// <summary>Whose row each is, as a number; -1 where that is not known. Empty where it is known of none.</summary>
    public IReadOnlyList<int> Users { get; init; } = [];

    /// <summary>The baskets of each row, oldest first, each ascending and distinct; empty where rows are single baskets.</summary>
    public IReadOnlyList<int[][]> Histories { get; init; } = [];

    /// <summary>What was done in each row step by step, oldest first; empty where no order is known.</summary>
    public IReadOnlyList<SequenceStep[]> Sequences { get; init; } = [];

    /// <summary>What the catalogue says of each item; empty where there is no catalogue.</summary>
    public IReadOnlyList<ItemContent> Content { get; init; } = [];

    /// <summary>What items are made of and what rows hold of that; null where items are made of nothing.</summary>
    public PartData? Parts { get; init; }

    /// <summary>Some of the rows, in the order given, with all that is known of them; the items stay the same.</summary>
    /// <param name="rows">Row numbers.</param>
    public TrainingData TakeRows(int[] rows) => this with
    {
        Rows = Rows.TakeRows(rows),
        Moments = Moments.Count == 0 ? [] : Array.ConvertAll(rows, row => Moments[row]),
        Users = Users.Count == 0 ? [] : Array.ConvertAll(rows, row => Users[row]),
        Histories = Histories.Count == 0 ? [] : Array.ConvertAll(rows, row => Histories[row]),
        Sequences = Sequences.Count == 0 ? [] : Array.ConvertAll(rows, row => Sequences[row]),
        Parts = Parts is null ? null : Parts with { OfRows = Parts.OfRows.TakeRows(rows) },
    };
}
