using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>For each item that is scored, the inputs of greatest absolute weight; equal ones by the lower number.</summary>
/// <param name="items">Number of items.</param>
/// <param name="limit">Inputs kept for an item.</param>
internal sealed class NeighbourTable(int items, int limit)
{
    private readonly int[][] _inputs = [.. Enumerable.Repeat(Array.Empty<int>(), items)];
    private readonly float[][] _weights = [.. Enumerable.Repeat(Array.Empty<float>(), items)];

    /// <summary>Sets an item's inputs. Several threads may set different items.</summary>
    /// <param name="inputs">Ascending and distinct.</param>
    /// <param name="weights">One for each; zeros are dropped.</param>
    public void Set(int target, ReadOnlySpan<int> inputs, ReadOnlySpan<float> weights)
    {
        var (sizes, places) = (new float[weights.Length], new int[Math.Min(limit, weights.Length)]);
        for (var i = 0; i < sizes.Length; i++)
        {
            // What is not a number is kept, to be found at the end.
            sizes[i] = float.IsNaN(weights[i]) ? float.PositiveInfinity : Math.Abs(weights[i]);
        }

        var taken = Selection.Greatest(sizes, limit, new float[sizes.Length], places);
        var (kept, values) = (new List<int>(taken), new List<float>(taken));
        foreach (var place in places.AsSpan(0, taken))
        {
            if (weights[place] != 0)
            {
                kept.Add(inputs[place]);
                values.Add(weights[place]);
            }
        }

        (_inputs[target], _weights[target]) = ([.. kept], [.. values]);
    }

    /// <summary>The table turned around: row by input, column by the item that is scored.</summary>
    /// <exception cref="DivergedException">A weight is not finite.</exception>
    public SparseMatrix ToInputRows()
    {
        var offsets = new int[items + 1];
        for (var i = 0; i < items; i++)
        {
            if (_weights[i].Any(weight => !float.IsFinite(weight)))
            {
                throw new DivergedException($"EASE gives inputs of item {i} weights that are not finite.");
            }

            offsets[i + 1] = checked(offsets[i] + _inputs[i].Length);
        }

        var columns = new int[offsets[^1]];
        var values = new float[offsets[^1]];
        for (var i = 0; i < items; i++)
        {
            _inputs[i].CopyTo(columns, offsets[i]);
            _weights[i].CopyTo(values, offsets[i]);
        }

        return new SparseMatrix(offsets, columns, values, items).Transpose();
    }
}
