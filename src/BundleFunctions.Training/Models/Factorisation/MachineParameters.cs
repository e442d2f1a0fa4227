using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Factorisation;

/// <summary>
/// The parameters of a factorisation machine over a context and an item. With s_C the context's vector and s_i = Σ_k x_k v_k over the item's
/// features, an item's score is <c>Σ_k x_k w_k + s_C . s_i + ½ (|s_i|² - Σ_k x_k² |v_k|²)</c>: all terms of the machine but those of the context
/// alone, which are the same for every item. Source: S. Rendle, "Factorization machines", ICDM 2010, equations 1 and 5.
/// </summary>
internal sealed class MachineParameters
{
    private readonly SparseMatrix _features;

    /// <param name="features">Items x features.</param>
    /// <param name="rows">Rows with a vector of their own; 0 for none.</param>
    public MachineParameters(SparseMatrix features, int rows, int rank, ulong seed)
    {
        _features = features;
        var deviation = 0.1 / Math.Sqrt(rank);
        Linear = new float[features.Columns];
        ItemSide = FactorMatrix.Normal(features.Columns, rank, deviation, SeededRandom.ForStream(seed, "machine-items"));
        ContextSide = FactorMatrix.Normal(features.Columns, rank, deviation, SeededRandom.ForStream(seed, "machine-context"));
        RowSide = new FactorMatrix(rows, rank);
    }

    /// <summary>w</summary>
    public float[] Linear { get; }

    /// <summary>Vectors of features where they describe the item to be ranked.</summary>
    public FactorMatrix ItemSide { get; }

    /// <summary>Vectors of the same features where they describe an item of the context.</summary>
    public FactorMatrix ContextSide { get; }

    /// <summary>Vectors of rows; starts at 0, so that a row is what its items say until it proves otherwise.</summary>
    public FactorMatrix RowSide { get; }

    /// <summary>Sets <paramref name="sum"/> to s_i.</summary>
    /// <returns>What the item scores in an empty context.</returns>
    public float Item(int item, Span<float> sum)
    {
        sum.Clear();
        var columns = _features.ColumnsOf(item);
        var values = _features.ValuesOf(item);
        var (linear, squares) = (0f, 0f);
        for (var n = 0; n < columns.Length; n++)
        {
            var v = ItemSide[columns[n]];
            linear += values[n] * Linear[columns[n]];
            squares += values[n] * values[n] * FactorVectors.Dot(v, v);
            FactorVectors.AddScaled(values[n], v, sum);
        }

        // One feature has none to interact with: exactly 0 instead of what rounding leaves.
        return columns.Length < 2 ? linear : linear + (.5f * (FactorVectors.Dot(sum, sum) - squares));
    }

    /// <summary>Adds a context item's features, scaled, to a vector.</summary>
    public void AddContext(int item, float scale, Span<float> sum)
    {
        var columns = _features.ColumnsOf(item);
        var values = _features.ValuesOf(item);
        for (var n = 0; n < columns.Length; n++)
        {
            FactorVectors.AddScaled(scale * values[n], ContextSide[columns[n]], sum);
        }
    }

    /// <summary>One gradient step for an item of which context and own sum are known.</summary>
    /// <param name="step">Learning rate times the loss' slope: above 0 raises the item, below 0 lowers it.</param>
    public void LearnItem(int item, ReadOnlySpan<float> contextAndSum, float step, float shrink)
    {
        var columns = _features.ColumnsOf(item);
        var values = _features.ValuesOf(item);
        for (var n = 0; n < columns.Length; n++)
        {
            // d score / d v_k = x_k (s_C + s_i) - x_k² v_k
            var x = values[n];
            FactorVectors.ShrinkAndAdd(1 - shrink - (step * x * x), step * x, contextAndSum, ItemSide[columns[n]]);
            ref var w = ref Linear[columns[n]];
            w += (step * x) - (shrink * w);
        }
    }

    /// <summary>One gradient step for an item of the context.</summary>
    /// <param name="difference">s_i - s_j.</param>
    public void LearnContext(int item, ReadOnlySpan<float> difference, float step, float shrink)
    {
        var columns = _features.ColumnsOf(item);
        var values = _features.ValuesOf(item);
        for (var n = 0; n < columns.Length; n++)
        {
            FactorVectors.ShrinkAndAdd(1 - shrink, step * values[n], difference, ContextSide[columns[n]]);
        }
    }
}
