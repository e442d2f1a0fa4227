namespace BundleFunctions.Hygiene;

/// <summary>Counts of positive numbers by their logarithm, 20 bins for each factor of e (5 %): medians that do not depend on the order in which
/// numbers came, in a few bytes. Not thread-safe.</summary>
internal sealed class LogHistogram
{
    private const double BinsPerUnit = 20;

    // The factor that makes the median absolute deviation of a normal distribution its standard deviation.
    private const double Consistency = 1.4826;

    private readonly SortedList<short, int> _bins = [];

    public int Count { get; private set; }

    /// <param name="number">Above 0.</param>
    public void Add(double number)
    {
        var bin = (short)Math.Round(Math.Log(number) * BinsPerUnit);
        _bins[bin] = _bins.GetValueOrDefault(bin) + 1;
        Count++;
    }

    /// <summary>The median of the logarithms and 1.4826 times the median of the absolute differences from it; both 0 where there is nothing.</summary>
    public (double Median, double Deviation) Robust()
    {
        if (Count == 0)
        {
            return (0, 0);
        }

        var median = MedianOf(_bins);
        var distances = new SortedList<short, int>();
        foreach (var (bin, count) in _bins)
        {
            var distance = (short)Math.Abs(bin - median);
            distances[distance] = distances.GetValueOrDefault(distance) + count;
        }

        return (median / BinsPerUnit, Consistency * MedianOf(distances) / BinsPerUnit);
    }

    /// <summary>The number that a share of all is not above; 0 where there is nothing.</summary>
    /// <param name="share">0..1.</param>
    public double Quantile(double share) => Count == 0 ? 0 : Math.Exp(At(_bins, (int)((Count - 1) * share)) / BinsPerUnit);

    private short MedianOf(SortedList<short, int> bins) => At(bins, (Count - 1) / 2);

    private static short At(SortedList<short, int> bins, int before)
    {
        foreach (var (bin, count) in bins)
        {
            if (before < count)
            {
                return bin;
            }

            before -= count;
        }

        throw new InvalidOperationException("A place behind the last.");
    }
}
