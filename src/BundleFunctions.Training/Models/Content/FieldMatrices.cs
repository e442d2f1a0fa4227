using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;

namespace BundleFunctions.Training.Models.Content;

/// <summary>One field of all items as two matrices over its terms: an item's weights as a question and as an answer. Their product is how alike
/// two items are.</summary>
internal static class FieldMatrices
{
    private const double Least = 1e-12;

    public static (SparseMatrix Questions, SparseMatrix Answers) Of(IReadOnlyList<ItemContent> items, ContentField field, ContentOptions options) =>
        Of(TermCounts.Of(items, field), options);

    /// <param name="counts">Items x terms.</param>
    public static (SparseMatrix Questions, SparseMatrix Answers) Of(SparseMatrix counts, ContentOptions options)
    {
        var known = counts.Rows - Enumerable.Range(0, counts.Rows).Count(item => counts.ColumnsOf(item).IsEmpty);
        var holders = new int[counts.Columns];
        foreach (var term in counts.AllColumns)
        {
            holders[term]++;
        }

        // Smoothed as if one more item held every term, plus 1, so that what all items hold still counts a little.
        var idf = Array.ConvertAll(holders, held => StableMath.Pow(StableMath.Log((1.0 + known) / (1.0 + held)) + 1, options.IdfPower));
        return options.Weighting == TermWeighting.TfIdf ? TfIdf(counts, idf) : Bm25(counts, idf, known, options);
    }

    // Salton and Buckley 1988: x = (1 + ln tf) idf, over its length.
    private static (SparseMatrix, SparseMatrix) TfIdf(SparseMatrix counts, double[] idf)
    {
        var matrix = Map(counts, (_, term, count) => (1 + StableMath.Log(count)) * idf[term], values => Math.Sqrt(values.Sum(value => value * value)));
        return (matrix, matrix);
    }

    // Robertson and Zaragoza 2009: answer = tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)), question = idf.
    private static (SparseMatrix, SparseMatrix) Bm25(SparseMatrix counts, double[] idf, int known, ContentOptions options)
    {
        var mean = Math.Max(counts.AllValues.ToArray().Sum(value => (double)value) / Math.Max(known, 1), Least);
        var lengths = Enumerable.Range(0, counts.Rows).Select(item => counts.ValuesOf(item).ToArray().Sum(value => (double)value)).ToArray();
        double Saturated(int item, double count) => count * (options.Saturation + 1)
            / (count + (options.Saturation * (1 - options.LengthShare + (options.LengthShare * lengths[item] / mean))));
        var answers = Map(counts, (item, _, count) => Saturated(item, count), _ => 1);
        var self = Enumerable.Range(0, counts.Rows).Select(item => Dot(counts.ColumnsOf(item), answers.ValuesOf(item), idf)).ToArray();
        return (Map(counts, (item, term, _) => idf[term] / Math.Max(self[item], Least), _ => 1), answers);
    }

    private static double Dot(ReadOnlySpan<int> terms, ReadOnlySpan<float> values, double[] idf)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            sum += idf[terms[i]] * values[i];
        }

        return sum;
    }

    private static SparseMatrix Map(SparseMatrix counts, Func<int, int, double, double> weight, Func<double[], double> length)
    {
        var values = new float[counts.NonZeros];
        for (var item = 0; item < counts.Rows; item++)
        {
            var terms = counts.ColumnsOf(item);
            var count = counts.ValuesOf(item);
            var weights = new double[terms.Length];
            for (var i = 0; i < terms.Length; i++)
            {
                weights[i] = weight(item, terms[i], count[i]);
            }

            var divisor = Math.Max(length(weights), Least);
            for (var i = 0; i < terms.Length; i++)
            {
                values[counts.Offsets[item] + i] = (float)(weights[i] / divisor);
            }
        }

        return new SparseMatrix(counts.Offsets.ToArray(), counts.AllColumns.ToArray(), values, counts.Columns);
    }
}
