namespace BundleFunctions.Numerics.Sparse;

/// <summary>Dot products of one column with all others, of any values, in double precision and in ascending order of the rows.</summary>
internal sealed class WeightedScan : IAnchorScan
{
    private readonly Source _source;
    private readonly double[] _dots;
    private readonly int[] _touched;
    private readonly bool[] _seen;

    private WeightedScan(Source source)
    {
        _source = source;
        _dots = new double[source.Rows.Columns];
        _touched = new int[source.Rows.Columns];
        _seen = new bool[source.Rows.Columns];
    }

    public int Collect(int place, TopScores top)
    {
        var rows = _source.Postings.ColumnsOf(place);
        var weights = _source.Postings.ValuesOf(place);
        var touched = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            var columns = _source.Rows.ColumnsOf(rows[i]);
            var values = _source.Rows.ValuesOf(rows[i]);
            double weight = weights[i];
            for (var j = 0; j < columns.Length; j++)
            {
                var column = columns[j];
                _dots[column] += weight * values[j];
                if (!_seen[column])
                {
                    _seen[column] = true;
                    _touched[touched++] = column;
                }
            }
        }

        foreach (var column in _touched.AsSpan(0, touched))
        {
            if (column != place)
            {
                top.Add(column, _source.Form.Of(place, column, _dots[column]));
            }

            (_dots[column], _seen[column]) = (0, false);
        }

        return place;
    }

    /// <summary>What all threads read.</summary>
    internal sealed class Source(SparseMatrix rows, SimilarityForm form)
    {
        public SparseMatrix Rows => rows;

        public SparseMatrix Postings { get; } = rows.Transpose();

        public SimilarityForm Form => form;

        public IAnchorScan New() => new WeightedScan(this);
    }
}
