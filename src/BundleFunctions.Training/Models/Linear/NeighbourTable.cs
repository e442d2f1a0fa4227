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
        var threshold = Threshold(weights, out var ties);
        var (kept, values) = (new List<int>(Math.Min(limit, inputs.Length)), new List<float>(Math.Min(limit, inputs.Length)));
        for (var i = 0; i < inputs.Length; i++)
        {
            var size = SizeOf(weights[i]);
            if (size > threshold || (size == threshold && size > 0 && ties-- > 0))
            {
                kept.Add(inputs[i]);
                values.Add(weights[i]);
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

    private static float SizeOf(float weight) => float.IsNaN(weight) ? float.PositiveInfinity : Math.Abs(weight);

    // The smallest size that is kept, and how many of just that size are.
    private float Threshold(ReadOnlySpan<float> weights, out int ties)
    {
        var sizes = new float[weights.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            // What is not a number is kept, to be found at the end.
            sizes[i] = SizeOf(weights[i]);
        }

        if (sizes.Length <= limit)
        {
            ties = sizes.Length;
            return 0;
        }

        var threshold = Selection.Greatest(sizes, limit);
        ties = limit;
        foreach (var size in sizes)
        {
            ties -= size > threshold ? 1 : 0;
        }

        return threshold;
    }
}
