using BundleFunctions.Numerics.Dense;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>The popular items, whose weights on each other come from one dense inverse.</summary>
internal sealed class DenseHead
{
    // Counts so large that single precision loses the ridge make the matrix numerically singular; ten times the ridge then may do.
    private const int Tries = 4;

    private readonly StackedRows _stacked;
    private readonly EaseOptions _options;
    private readonly TrainingContext _context;
    private readonly int[] _items;
    private DenseMatrix? _gram;

    public DenseHead(StackedRows stacked, EaseOptions options, TrainingContext context)
    {
        (_stacked, _options, _context) = (stacked, options, context);
        var size = Math.Min(options.DenseItems, stacked.Held.Length);
        _items = stacked.Held[..size];
        Array.Sort(_items);
        Tail = stacked.Held[size..];
        Places = new int[stacked.Counts.Length];
        Array.Fill(Places, -1);
        for (var place = 0; place < size; place++)
        {
            Places[_items[place]] = place;
        }
    }

    /// <summary>Items that a row holds but the head does not, the more popular first.</summary>
    public int[] Tail { get; }

    /// <summary>Row of each item in <see cref="Gram"/>; -1 for the others.</summary>
    public int[] Places { get; }

    /// <summary>The head's Gram matrix, lower triangle. Spoilt by <see cref="AddTo"/>.</summary>
    public DenseMatrix Gram(CancellationToken cancellationToken) => _gram ??= Count(cancellationToken);

    /// <summary>Sets the weights of all items of the head.</summary>
    public void AddTo(NeighbourTable targets, CancellationToken cancellationToken)
    {
        var inverse = Invert(cancellationToken);
        inverse.MirrorLower();
        Parallel.For(0, _items.Length, _context.Parallel(cancellationToken), place =>
        {
            // The inverse is symmetric: its row is the column that is wanted, and this row is nobody else's.
            var weights = inverse.Row(place);
            var scale = -1 / weights[place];
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] *= scale;
            }

            weights[place] = 0;
            targets.Set(_items[place], _items, weights);
        });
        _gram = null;
    }

    private DenseMatrix Invert(CancellationToken cancellationToken)
    {
        var library = _options.OpenBlas ? OpenBlas.Find() : null;
        var factor = 1.0;
        for (var left = Tries; left > 0; left--, factor *= 10)
        {
            var matrix = Gram(cancellationToken);
            for (var place = 0; place < _items.Length; place++)
            {
                matrix[place, place] += (float)(_stacked.Ridge[_items[place]] * factor);
            }

            if (library?.TryInvert(matrix, _context.Threads) ?? Cholesky.TryInvert(matrix, _context.Threads, cancellationToken))
            {
                return matrix;
            }

            _gram = null;
        }

        throw new DivergedException($"The Gram matrix of {_items.Length} items is not positive definite, even with {factor} times the ridge.");
    }

    private DenseMatrix Count(CancellationToken cancellationToken)
    {
        var gram = new DenseMatrix(_items.Length, _items.Length);
        foreach (var (rows, weight) in _stacked.Blocks)
        {
            SparseGram.Add(Keep(rows), weight, gram, _context.Threads, cancellationToken);
        }

        return gram;
    }

    // The rows without the tail; the items stand in the same order, so that columns still ascend.
    private SparseMatrix Keep(SparseMatrix rows)
    {
        if (_items.Length == rows.Columns)
        {
            return rows;
        }

        var (offsets, columns, values) = (new int[rows.Rows + 1], new List<int>(), new List<float>());
        for (var row = 0; row < rows.Rows; row++)
        {
            var items = rows.ColumnsOf(row);
            var held = rows.ValuesOf(row);
            for (var i = 0; i < items.Length; i++)
            {
                if (Places[items[i]] is >= 0 and var place)
                {
                    columns.Add(place);
                    values.Add(held[i]);
                }
            }

            offsets[row + 1] = columns.Count;
        }

        return new SparseMatrix(offsets, [.. columns], [.. values], _items.Length);
    }
}
