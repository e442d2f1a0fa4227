using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>All row blocks together: the diagonal of their Gram matrix, and each item's ridge.</summary>
internal sealed class StackedRows
{
    public StackedRows(IReadOnlyList<WeightedRows> blocks, int items, EaseOptions options)
    {
        Blocks = blocks;
        Counts = new double[items];
        foreach (var (rows, weight) in blocks)
        {
            var columns = rows.AllColumns;
            var values = rows.AllValues;
            for (var i = 0; i < columns.Length; i++)
            {
                Counts[columns[i]] += weight * values[i] * (double)values[i];
            }
        }

        var bad = Array.FindIndex(Counts, count => !double.IsFinite((float)count));
        if (bad >= 0)
        {
            throw new DivergedException($"The squares of item {bad}'s values add up to {Counts[bad]}; expected a finite single-precision number.");
        }

        Held = [.. Enumerable.Range(0, items).Where(item => Counts[item] > 0).OrderByDescending(item => Counts[item]).ThenBy(item => item)];
        var mean = Held.Length == 0 ? 1 : Held.Sum(item => Counts[item]) / Held.Length;
        var power = options.LambdaPower;
        Ridge = Array.ConvertAll(
            Counts, count => power == 0 || count == 0 ? options.Lambda : options.Lambda * StableMath.Pow(count / mean, power));
    }

    public IReadOnlyList<WeightedRows> Blocks { get; }

    /// <summary>Weighted squares of an item's values: its count, where all are 1.</summary>
    public double[] Counts { get; }

    public double[] Ridge { get; }

    /// <summary>Items that any row holds, the greatest count first, then the lower number.</summary>
    public int[] Held { get; }
}
