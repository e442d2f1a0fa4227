using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Evaluation.Splits;

/// <summary>Everything that happened, before it is parted into what models may learn from and what they are asked about.</summary>
/// <param name="Rows">Rows x items: a row is one basket; a value above 0 says how strongly it holds the item. Oldest first where moments
/// are known.</param>
public sealed record InteractionLog(SparseMatrix Rows)
{
    /// <summary>When each row happened, in seconds since 1970, ascending; empty where that is not known.</summary>
    public IReadOnlyList<long> Moments { get; init; } = [];

    /// <summary>Number of each row's user, -1 where nobody knows; empty where users are not known at all.</summary>
    public IReadOnlyList<int> Users { get; init; } = [];

    /// <summary>Number of each row's session, -1 where nobody knows; empty where sessions are not known at all.</summary>
    public IReadOnlyList<int> Sessions { get; init; } = [];

    /// <summary>What the catalogue says of each item; empty where there is none.</summary>
    public IReadOnlyList<ItemContent> Content { get; init; } = [];

    /// <summary>Number of rows.</summary>
    public int Count => Rows.Rows;

    /// <summary>The first thing that is wrong, in words; null where all is well.</summary>
    public string? Validate()
    {
        foreach (var (name, count) in new[] { ("moments", Moments.Count), ("users", Users.Count), ("sessions", Sessions.Count) })
        {
            if (count != 0 && count != Count)
            {
                return $"The log has {name} of {count} rows; expected {Count} or none.";
            }
        }

        for (var row = 1; row < Moments.Count; row++)
        {
            if (Moments[row] < Moments[row - 1])
            {
                return $"Row {row} of the log is older than the row before it; expected the oldest first.";
            }
        }

        return Content.Count != 0 && Content.Count != Rows.Columns ? $"The log has content of {Content.Count} items; expected {Rows.Columns} or none." : null;
    }
}
