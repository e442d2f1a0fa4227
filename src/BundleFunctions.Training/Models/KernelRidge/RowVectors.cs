using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.KernelRidge;

/// <summary>A row, or a query, as one vector over parts and items, in which three things have the lengths that the options give them: the parts
/// that it holds by themselves, those of the items that it holds, and these items.</summary>
/// <remarks>
/// <code>v = partWeight unit(known_p n_p^-1/4) + contentsWeight unit(sum over i of m_i^-1/4 |i|^-1/2 h_p^-1/2) + itemWeight unit(m_i^-1/4)</code>
/// n_p: items and rows that hold part p; h_p: items that do; m_i: rows that hold item i; |i|: its parts. Each count is one more.
/// The parts of items and those held alone share their places, so that who bought a thing is like who bought a bundle of it.
/// </remarks>
internal sealed class RowVectors
{
    private const double Damping = 0.25;

    private readonly KernelRidgeOptions _options;
    private readonly int _items;
    private readonly int _parts;

    /// <param name="items">Items x (parts, then items): what an item adds to contents, and its own place.</param>
    public RowVectors(SparseMatrix items, KernelRidgeOptions options) =>
        (Items, _options, _items, _parts) = (items, options, items.Rows, items.Columns - items.Rows);

    public SparseMatrix Items { get; }

    public static RowVectors Of(TrainingData data, KernelRidgeOptions options)
    {
        var parts = data.Parts?.OfItems.Columns ?? 0;
        var holders = data.Rows.ColumnSums(_ => 1);
        var held = data.Parts?.OfItems.ColumnSums(_ => 1) ?? [];
        var (columns, values) = (new int[data.Items][], new float[data.Items][]);
        for (var item = 0; item < data.Items; item++)
        {
            var own = data.Parts is null ? default : data.Parts.OfItems.ColumnsOf(item);
            var damped = Damped(holders[item]);
            columns[item] = [.. own, parts + item];
            values[item] = new float[columns[item].Length];
            for (var i = 0; i < own.Length; i++)
            {
                values[item][i] = (float)(damped / Math.Sqrt(own.Length * (1 + held[own[i]])));
            }

            values[item][^1] = (float)damped;
        }

        return new RowVectors(SparseMatrix.OfRows(columns, values, parts + data.Items), options);
    }

    /// <summary>The vectors of all rows.</summary>
    public SparseMatrix OfRows(TrainingData data)
    {
        var counts = data.Parts?.Counts() ?? [];
        var (columns, values) = (new int[data.Rows.Rows][], new float[data.Rows.Rows][]);
        for (var row = 0; row < data.Rows.Rows; row++)
        {
            ReadOnlySpan<int> known = data.Parts is null ? default : data.Parts.OfRows.ColumnsOf(row);
            var weights = new double[known.Length];
            for (var i = 0; i < known.Length; i++)
            {
                weights[i] = Damped(counts[known[i]]);
            }

            (columns[row], values[row]) = Of(data.Rows.ColumnsOf(row), known, weights);
        }

        return SparseMatrix.OfRows(columns, values, _parts + _items);
    }

    /// <param name="items">That it holds.</param>
    /// <param name="known">Parts that it holds by themselves.</param>
    /// <param name="weights">Their weights.</param>
    /// <returns>Places, ascending, and values.</returns>
    public (int[] Places, float[] Values) Of(ReadOnlySpan<int> items, ReadOnlySpan<int> known, ReadOnlySpan<double> weights)
    {
        var (contents, own) = (new SortedDictionary<int, double>(), new SortedDictionary<int, double>());
        foreach (var item in items)
        {
            var places = Items.ColumnsOf(item);
            var values = Items.ValuesOf(item);
            for (var i = 0; i < places.Length; i++)
            {
                var block = places[i] < _parts ? contents : own;
                block[places[i]] = block.GetValueOrDefault(places[i]) + values[i];
            }
        }

        var sum = new SortedDictionary<int, double>();
        Add(sum, contents, _options.ContentsWeight);
        Add(sum, own, _options.ItemWeight);
        var alone = new SortedDictionary<int, double>();
        for (var i = 0; i < known.Length; i++)
        {
            alone[known[i]] = weights[i];
        }

        Add(sum, alone, _options.PartWeight);
        return ([.. sum.Keys], [.. sum.Values.Select(value => (float)value)]);
    }

    private static void Add(SortedDictionary<int, double> sum, SortedDictionary<int, double> block, double length)
    {
        var found = Math.Sqrt(block.Values.Sum(value => value * value));
        if (found == 0 || length == 0)
        {
            return;
        }

        foreach (var (place, value) in block)
        {
            sum[place] = sum.GetValueOrDefault(place) + (length / found * value);
        }
    }

    private static double Damped(double count) => StableMath.Pow(1 + count, -Damping);
}
