using BundleFunctions.Associations;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Learns <see cref="CategoryAffinity"/> from rows and the catalogue's categories.</summary>
public sealed class CategoryAffinityTrainer : IRecommenderTrainer
{
    private readonly CategoryAffinityOptions _options;

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public CategoryAffinityTrainer(CategoryAffinityOptions options)
    {
        ModelOptions.Require(nameof(options.Prior), options.Prior, 0.01, 1000);
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => CategoryAffinity.ModelName;

    /// <inheritdoc/>
    public string Fingerprint => _options.Fingerprint;

    /// <inheritdoc/>
    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var content = data.Content.Count > 0 ? data.Content : Enumerable.Repeat(ItemContent.Unknown, data.Items).ToArray();
        var leaves = Averaged(TermCounts.Of(content, ContentField.CategoryLeaf));
        var share = new double[leaves.Columns];
        for (var i = 0; i < leaves.NonZeros; i++)
        {
            share[leaves.AllColumns[i]] += leaves.AllValues[i] / leaves.Rows;
        }

        var pairs = Pairs(data, leaves, cancellationToken);
        return new CategoryAffinity(Fingerprint, leaves, Affinity(pairs, share));
    }

    /// <inheritdoc/>
    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var (leaves, affinity) = (arrays.Sparse("leaves"), arrays.Sparse("affinity"));
        return affinity.Rows == leaves.Columns && affinity.Columns == leaves.Columns
            ? new CategoryAffinity(arrays.Fingerprint, leaves, affinity)
            : throw new InvalidModelException($"Model '{Name}' has {leaves.Columns} categories and affinities of {affinity.Rows} x {affinity.Columns}.");
    }

    private static SparseMatrix Averaged(SparseMatrix counts)
    {
        var values = new float[counts.NonZeros];
        for (var item = 0; item < counts.Rows; item++)
        {
            var total = counts.ValuesOf(item).ToArray().Sum();
            for (var i = counts.Offsets[item]; i < counts.Offsets[item + 1]; i++)
            {
                values[i] = counts.AllValues[i] / total;
            }
        }

        return new SparseMatrix(counts.Offsets.ToArray(), counts.AllColumns.ToArray(), values, counts.Columns);
    }

    // With a row's leaf weights L = sum of its items' l_i, the pairs of unlike items are L L' - sum of l_i l_i'.
    private static SortedDictionary<int, double>[] Pairs(TrainingData data, SparseMatrix leaves, CancellationToken cancellationToken)
    {
        var pairs = Enumerable.Range(0, leaves.Columns).Select(_ => new SortedDictionary<int, double>()).ToArray();
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var items = data.Rows.ColumnsOf(row);
            if (items.Length < 2)
            {
                continue;
            }

            var sum = new SortedDictionary<int, double>();
            foreach (var item in items)
            {
                for (var i = leaves.Offsets[item]; i < leaves.Offsets[item + 1]; i++)
                {
                    Add(sum, leaves.AllColumns[i], leaves.AllValues[i]);
                }
            }

            AddOuter(pairs, [.. sum], 1.0 / (items.Length - 1));
            foreach (var item in items)
            {
                var own = new KeyValuePair<int, double>[leaves.Offsets[item + 1] - leaves.Offsets[item]];
                for (var i = 0; i < own.Length; i++)
                {
                    own[i] = new(leaves.ColumnsOf(item)[i], leaves.ValuesOf(item)[i]);
                }

                AddOuter(pairs, own, -1.0 / (items.Length - 1));
            }
        }

        return pairs;
    }

    private static void AddOuter(SortedDictionary<int, double>[] pairs, KeyValuePair<int, double>[] weights, double factor)
    {
        foreach (var (a, first) in weights)
        {
            foreach (var (b, second) in weights)
            {
                Add(pairs[a], b, factor * first * second);
            }
        }
    }

    private static void Add(SortedDictionary<int, double> sums, int key, double value) =>
        sums[key] = (sums.TryGetValue(key, out var known) ? known : 0) + value;

    private SparseMatrix Affinity(SortedDictionary<int, double>[] pairs, double[] share)
    {
        var offsets = new int[pairs.Length + 1];
        var columns = new List<int>();
        var values = new List<float>();
        for (var a = 0; a < pairs.Length; a++)
        {
            // What the subtraction leaves of nothing is not a pair.
            foreach (var (b, seen) in pairs[a].Where(pair => pair.Value > 1e-9))
            {
                columns.Add(b);
                values.Add((float)StableMath.Log(1 + (seen / (_options.Prior * share[b]))));
            }

            offsets[a + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], pairs.Length);
    }
}
