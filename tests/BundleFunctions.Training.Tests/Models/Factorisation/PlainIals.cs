using BundleFunctions.Numerics.Factors;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Factorisation;

namespace BundleFunctions.Training.Tests.Models.Factorisation;

/// <summary>Implicit ALS as the papers write it, in scalar loops over doubles: the oracle of the trainer and its rival in the benchmark.
/// Frequency scaling is left out.</summary>
internal sealed class PlainIals(SparseMatrix rows, IalsOptions options, ulong seed)
{
    private readonly SparseMatrix _columns = rows.Transpose();
    private readonly double[] _users = new double[rows.Rows * options.Rank];
    private readonly double[] _items = [.. FactorMatrix.Normal(
        rows.Columns, options.Rank, 0.1 / Math.Sqrt(options.Rank), SeededRandom.ForStream(seed, "ials-items")).ToArray().Select(value => (double)value)];

    public double[] Users => _users;

    public double[] Items => _items;

    public void Epoch()
    {
        Improve(rows, _users, _items);
        Improve(_columns, _items, _users);
    }

    /// <summary>Every pair in turn: the loss as it is defined.</summary>
    public double LossByDefinition()
    {
        var (loss, weight) = (Penalty(), 0.0);
        for (var u = 0; u < rows.Rows; u++)
        {
            for (var i = 0; i < rows.Columns; i++)
            {
                var at = rows.ColumnsOf(u).BinarySearch(i);
                var c = at >= 0 ? 1 + (options.Alpha * rows.ValuesOf(u)[at]) : 1;
                var miss = (at >= 0 ? 1 : 0) - Dot(_users, u, _items, i);
                loss += c * miss * miss;
                weight += c;
            }
        }

        return loss / weight;
    }

    /// <summary>The same from the held pairs and YᵀY alone.</summary>
    public double Loss()
    {
        var gram = Gram(_items, rows.Columns);
        var (loss, weight) = (Penalty(), (double)rows.Rows * rows.Columns);
        for (var u = 0; u < rows.Rows; u++)
        {
            for (var k = 0; k < options.Rank; k++)
            {
                loss += _users[(u * options.Rank) + k] * Dot(gram, k, _users, u);
            }

            for (var n = 0; n < rows.ColumnsOf(u).Length; n++)
            {
                var w = options.Alpha * rows.ValuesOf(u)[n];
                var product = Dot(_users, u, _items, rows.ColumnsOf(u)[n]);
                loss += ((1 + w) * (1 - product) * (1 - product)) - (product * product);
                weight += w;
            }
        }

        return loss / weight;
    }

    private double Penalty() => options.Lambda * (_users.Sum(value => value * value) + _items.Sum(value => value * value));

    private void Improve(SparseMatrix held, double[] vectors, double[] others)
    {
        var rank = options.Rank;
        var gram = Gram(others, held.Columns);
        var (r, p, ap) = (new double[rank], new double[rank], new double[rank]);
        for (var row = 0; row < held.Rows; row++)
        {
            var x = vectors.AsSpan(row * rank, rank);
            if (held.ColumnsOf(row).Length == 0)
            {
                x.Clear();
                continue;
            }

            Multiply(held, row, gram, others, x, r);
            foreach (ref var value in r.AsSpan())
            {
                value = -value;
            }

            for (var n = 0; n < held.ColumnsOf(row).Length; n++)
            {
                Add(1 + (options.Alpha * held.ValuesOf(row)[n]), others.AsSpan(held.ColumnsOf(row)[n] * rank, rank), r);
            }

            r.CopyTo(p, 0);
            var old = Dot(r, 0, r, 0);
            for (var step = 0; step < options.Steps && old > 1e-20; step++)
            {
                Multiply(held, row, gram, others, p, ap);
                var length = old / Dot(p, 0, ap, 0);
                Add(length, p, x);
                Add(-length, ap, r);
                var now = Dot(r, 0, r, 0);
                for (var k = 0; k < rank; k++)
                {
                    p[k] = r[k] + (now / old * p[k]);
                }

                old = now;
            }
        }
    }

    private void Multiply(SparseMatrix held, int row, double[] gram, double[] others, ReadOnlySpan<double> x, double[] result)
    {
        var rank = options.Rank;
        for (var k = 0; k < rank; k++)
        {
            result[k] = (options.Lambda * x[k]) + Dot(gram.AsSpan(k * rank, rank), x);
        }

        var columns = held.ColumnsOf(row);
        var values = held.ValuesOf(row);
        for (var n = 0; n < columns.Length; n++)
        {
            var y = others.AsSpan(columns[n] * rank, rank);
            Add(options.Alpha * values[n] * Dot(y, x), y, result);
        }
    }

    private double[] Gram(double[] vectors, int count)
    {
        var gram = new double[options.Rank * options.Rank];
        for (var row = 0; row < count; row++)
        {
            var y = vectors.AsSpan(row * options.Rank, options.Rank);
            for (var k = 0; k < y.Length; k++)
            {
                Add(y[k], y, gram.AsSpan(k * options.Rank, options.Rank));
            }
        }

        return gram;
    }

    private double Dot(double[] a, int i, double[] b, int j) =>
        Dot(a.AsSpan(i * options.Rank, options.Rank), b.AsSpan(j * options.Rank, options.Rank));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
        {
            sum += a[k] * b[k];
        }

        return sum;
    }

    private static void Add(double scale, ReadOnlySpan<double> x, Span<double> result)
    {
        for (var k = 0; k < x.Length; k++)
        {
            result[k] += scale * x[k];
        }
    }
}
