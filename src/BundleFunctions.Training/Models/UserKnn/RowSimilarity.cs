using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.ItemKnn;

namespace BundleFunctions.Training.Models.UserKnn;

/// <summary>How alike a query and the rows of a matrix are.</summary>
internal sealed class RowSimilarity
{
    private readonly UserKnnOptions _options;
    private readonly SparseMatrix _postings;
    private readonly double[] _means;
    private readonly double[] _sums;
    private readonly double[] _squares;

    public RowSimilarity(SparseMatrix rows, UserKnnOptions options)
    {
        _options = options;
        var postings = rows.Transpose();
        _means = new double[rows.Columns];
        if (options.Similarity == Similarity.AdjustedCosine)
        {
            for (var item = 0; item < rows.Columns; item++)
            {
                _means[item] = Mean(postings.ValuesOf(item));
            }

            postings = Centring.ByRow(postings);
        }

        _postings = postings;
        _sums = postings.ColumnSums(value => value);
        _squares = postings.ColumnSums(value => (double)value * value);
    }

    /// <summary>Adds to <paramref name="top"/> the rows that share an item with the query and are similar to it.</summary>
    /// <param name="query">The query; its own row is left out.</param>
    /// <param name="dots">A number a row, all 0 before and after.</param>
    /// <param name="touched">Room for every row.</param>
    public void Collect(Query query, double[] dots, List<int> touched, TopScores top)
    {
        var (sum, square) = (0.0, 0.0);
        for (var i = 0; i < query.Items.Length; i++)
        {
            var value = query.WeightOf(i) - _means[query.Items[i]];
            sum += value;
            square += value * value;
            var rows = _postings.ColumnsOf(query.Items[i]);
            var values = _postings.ValuesOf(query.Items[i]);
            for (var k = 0; k < rows.Length; k++)
            {
                if (dots[rows[k]] == 0)
                {
                    touched.Add(rows[k]);
                }

                dots[rows[k]] += value * values[k];
            }
        }

        foreach (var row in touched)
        {
            // A sum that came back to 0 stands here twice: the second time there is nothing left of it.
            if (row != query.Row && dots[row] != 0)
            {
                top.Add(row, Of(sum, square, row, dots[row]));
            }

            dots[row] = 0;
        }

        touched.Clear();
    }

    private double Of(double sum, double square, int row, double dot)
    {
        var under = _options.Similarity switch
        {
            Similarity.Jaccard => square + _squares[row] - dot,
            Similarity.Pearson => Math.Sqrt(Spread(sum, square) * Spread(_sums[row], _squares[row])),
            _ => Math.Sqrt(square * _squares[row]),
        };
        var over = _options.Similarity == Similarity.Pearson ? dot - (sum * _sums[row] / _postings.Rows) : dot;
        under += _options.Shrinkage;
        return under > 0 ? over / under : 0;
    }

    private double Spread(double sum, double square) => Math.Max(0, square - (sum * sum / _postings.Rows));

    private static double Mean(ReadOnlySpan<float> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }
}
