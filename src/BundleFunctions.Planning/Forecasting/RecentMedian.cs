namespace BundleFunctions.Planning.Forecasting;

/// <summary>The median of the last steps, or of the last same steps of the season where there are four seasons: one order of a trader moves it no more
/// than any other.</summary>
/// <param name="window">Values that count, 1 or more.</param>
public sealed class RecentMedian(int window = 13) : IForecastMethod
{
    private const int SeasonsNeeded = 4;

    /// <inheritdoc/>
    public string Name => "recent-median";

    /// <inheritdoc/>
    public int Complexity => 1;

    /// <inheritdoc/>
    public int MinValues(int season) => 3;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into)
    {
        Span<double> some = stackalloc double[window];
        for (var origin = into.FirstOrigin; origin <= into.LastOrigin; origin++)
        {
            var row = into.At(origin);
            var cycle = origin >= SeasonsNeeded * season ? season : 1;
            for (var h = 0; h < row.Length; h++)
            {
                row[h] = h < cycle ? MedianBefore(values, origin + h - cycle, cycle, some) : row[h - cycle];
            }
        }
    }

    private static double MedianBefore(ReadOnlySpan<double> values, int last, int cycle, Span<double> some)
    {
        var count = 0;
        for (var i = last; i >= 0 && count < some.Length; i -= cycle)
        {
            some[count++] = values[i];
        }

        var sorted = some[..count];
        sorted.Sort();
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }
}
