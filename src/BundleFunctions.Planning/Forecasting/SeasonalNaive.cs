namespace BundleFunctions.Planning.Forecasting;

/// <summary>What was a season ago comes again: <c>f(t + h) = y(t + h - m k)</c> with the smallest k that lies in the past; without a whole season the
/// last value. The yardstick of every other method. Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", section 5.2.</summary>
public sealed class SeasonalNaive : IForecastMethod
{
    /// <inheritdoc/>
    public string Name => "seasonal-naive";

    /// <inheritdoc/>
    public int Complexity => 0;

    /// <inheritdoc/>
    public int MinValues(int season) => 1;

    /// <inheritdoc/>
    public void Roll(ReadOnlySpan<double> values, int season, ForecastTable into)
    {
        for (var origin = into.FirstOrigin; origin <= into.LastOrigin; origin++)
        {
            var cycle = origin >= season ? season : 1;
            var row = into.At(origin);
            for (var h = 0; h < row.Length; h++)
            {
                row[h] = values[origin - cycle + (h % cycle)];
            }
        }
    }
}
