namespace BundleFunctions.Numerics.Statistics;

/// <summary>How one model compares with another on the same cases.</summary>
/// <param name="Difference">Mean of first minus second.</param>
/// <param name="Interval">Bootstrap interval of it.</param>
/// <param name="PermutationPValue">Two-sided, by random signs.</param>
/// <param name="TTestPValue">Two-sided, by Student's t.</param>
/// <param name="Cases">Cases compared.</param>
public sealed record PairedComparison(double Difference, Interval Interval, double PermutationPValue, double TTestPValue, int Cases)
{
    /// <param name="first">A finite value a case.</param>
    /// <param name="second">The other model's on the same cases.</param>
    /// <param name="resamples">Bootstrap resamples and sign patterns, 1 or more.</param>
    /// <param name="level">Level of the interval, above 0 and below 1.</param>
    /// <param name="seed">For both.</param>
    /// <exception cref="ArgumentException">The two have different counts.</exception>
    public static PairedComparison Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int resamples, double level, ulong seed)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"{first.Length} values are paired with {second.Length}; expected as many.", nameof(second));
        }

        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = first[i] - second[i];
        }

        return new PairedComparison(
            differences.Length == 0 ? 0 : differences.Sum() / differences.Length,
            MeanBootstrap.Of(differences, resamples, level, seed),
            PairedPermutation.PValue(differences, resamples, seed),
            StudentT.PairedPValue(differences),
            differences.Length);
    }
}
