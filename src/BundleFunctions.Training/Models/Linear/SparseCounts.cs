using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>Rows of the Gram matrix of stacked rows, one at a time, without the matrix.</summary>
internal sealed class SparseCounts(StackedRows stacked)
{
    private readonly (SparseMatrix Rows, SparseMatrix Holders, float Weight)[] _blocks =
        [.. stacked.Blocks.Select(block => (block.Rows, block.Rows.Transpose(), block.Weight))];

    public Counter NewCounter() => new(this, stacked.Counts.Length);

    /// <summary>Counts for one item at a time. Not thread-safe: one a thread.</summary>
    internal sealed class Counter(SparseCounts counts, int items)
    {
        private readonly float[] _sums = new float[items];
        private readonly bool[] _seen = new bool[items];
        private readonly int[] _touched = new int[items];
        private int _touchedCount;

        /// <summary>Items that share a row with the one last counted, and itself, in the order of the rows.</summary>
        public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

        public float Of(int item) => _sums[item];

        public void Count(int item)
        {
            foreach (var other in Touched)
            {
                (_sums[other], _seen[other]) = (0, false);
            }

            _touchedCount = 0;
            foreach (var (rows, holders, weight) in counts._blocks)
            {
                var holding = holders.ColumnsOf(item);
                var values = holders.ValuesOf(item);
                for (var i = 0; i < holding.Length; i++)
                {
                    Add(rows.ColumnsOf(holding[i]), rows.ValuesOf(holding[i]), weight * values[i]);
                }
            }
        }

        private void Add(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, float scale)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var other = columns[j];
                _sums[other] += scale * values[j];
                if (!_seen[other])
                {
                    _seen[other] = true;
                    _touched[_touchedCount++] = other;
                }
            }
        }
    }
}
