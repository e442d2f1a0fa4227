namespace BundleFunctions.Numerics.Sparse;

/// <summary>A measure of how alike two columns of a matrix are, as one form that covers the common ones:
/// <c>s(a, b) = (a.b - shift_a shift_b) / (left_a right_b + own_a + own_b - together a.b + shrinkage)</c>,
/// 0 where the denominator is not above 0. Every list has one number a column.</summary>
/// <param name="Shift">Taken from the dot product.</param>
/// <param name="Left">Factor of the denominator by the column whose neighbours are sought; 0 or more.</param>
/// <param name="Right">Factor of the denominator by the neighbour; 0 or more.</param>
/// <param name="Own">Summand of the denominator by each of the two; 0 or more.</param>
/// <param name="Together">Share of the dot product that the denominator leaves out, 0 or 1.</param>
/// <param name="Shrinkage">Draws the similarity of columns with few values towards 0; 0 or more.</param>
public sealed record SimilarityForm(double[] Shift, double[] Left, double[] Right, double[] Own, double Together, double Shrinkage)
{
    /// <summary><c>a.b / (|a|^2w |b|^2(1-w) + shrinkage)</c>: at w = 1/2 the cosine, otherwise the asymmetric cosine
    /// (Aiolli 2013, "Efficient top-n recommendation for very large scale binary rated datasets", RecSys).</summary>
    /// <param name="columns">The matrix.</param>
    /// <param name="weight">w, 0..1.</param>
    /// <param name="shrinkage">0 or more.</param>
    public static SimilarityForm Cosine(SparseMatrix columns, double weight = 0.5, double shrinkage = 0)
    {
        var squares = columns.ColumnSums(value => (double)value * value);
        return new SimilarityForm(
            new double[squares.Length],
            [.. squares.Select(square => Power(square, weight))],
            [.. squares.Select(square => Power(square, 1 - weight))],
            new double[squares.Length],
            0,
            shrinkage);
    }

    /// <summary><c>a.b / (a.a + b.b - a.b + shrinkage)</c>: of sets the share of their union that they have in common
    /// (Jaccard 1901); of other values its usual extension (Tanimoto).</summary>
    public static SimilarityForm Jaccard(SparseMatrix columns, double shrinkage = 0)
    {
        var squares = columns.ColumnSums(value => (double)value * value);
        var none = new double[squares.Length];
        return new SimilarityForm(none, none, none, squares, 1, shrinkage);
    }

    /// <summary>Pearson's correlation over all rows, absent values taken as 0: <c>(a.b - sum_a sum_b / n) / (dev_a dev_b + shrinkage)</c>
    /// where <c>dev_a^2 = a.a - sum_a^2 / n</c>.</summary>
    public static SimilarityForm Pearson(SparseMatrix columns, double shrinkage = 0)
    {
        var rows = Math.Max(columns.Rows, 1);
        var sums = columns.ColumnSums(value => value);
        var squares = columns.ColumnSums(value => (double)value * value);
        double[] deviations = [.. squares.Select((square, i) => Math.Sqrt(Math.Max(0, square - (sums[i] * sums[i] / rows))))];
        return new SimilarityForm(
            [.. sums.Select(sum => sum / Math.Sqrt(rows))], deviations, deviations, new double[sums.Length], 0, shrinkage);
    }

    /// <summary>The similarity of two columns.</summary>
    /// <param name="a">The column whose neighbours are sought.</param>
    /// <param name="b">The other.</param>
    /// <param name="dot">Their dot product.</param>
    public double Of(int a, int b, double dot)
    {
        var under = (Left[a] * Right[b]) + Own[a] + Own[b] - (Together * dot) + Shrinkage;
        return under > 0 ? (dot - (Shift[a] * Shift[b])) / under : 0;
    }

    // Square roots are rounded alike everywhere; other powers come from the four operations alone.
    private static double Power(double square, double exponent) =>
        square == 0 ? 0 : exponent == 0.5 ? Math.Sqrt(square) : Randomness.StableMath.Pow(square, exponent);
}
