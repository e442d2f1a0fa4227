namespace BundleFunctions.Planning.Series;

/// <summary>What was asked of one product, bundle, category or shop, in equal steps without gaps.</summary>
/// <param name="Key">What it is a series of.</param>
/// <param name="Step">Length of a step.</param>
/// <param name="First">First day of the first step.</param>
/// <param name="Values">Pieces a step, 0 or more and finite; at least one.</param>
public sealed record DemandSeries(string Key, SeriesStep Step, DateOnly First, IReadOnlyList<double> Values)
{
    /// <summary>Steps after which a pattern comes again.</summary>
    public int Season => SeasonOf(Step);

    /// <summary>First day of the step after the last.</summary>
    public DateOnly Next => First.AddDays(Values.Count * DaysOf(Step));

    /// <summary>Share of steps with any demand, 0..1.</summary>
    public double Density => Values.Count == 0 ? 0 : Values.Count(value => value > 0) / (double)Values.Count;

    public static int SeasonOf(SeriesStep step) => step == SeriesStep.Day ? 7 : 52;

    public static int DaysOf(SeriesStep step) => step == SeriesStep.Day ? 1 : 7;

    /// <summary>The whole weeks, Monday to Sunday, of a daily series; null where there is none.</summary>
    public DemandSeries? ToWeeks()
    {
        if (Step == SeriesStep.Week)
        {
            return this;
        }

        var wait = (8 - (int)First.DayOfWeek) % 7;
        var weeks = (Values.Count - wait) / 7;
        if (weeks < 1)
        {
            return null;
        }

        var sums = new double[weeks];
        for (var i = 0; i < weeks * 7; i++)
        {
            sums[i / 7] += Values[wait + i];
        }

        return new DemandSeries(Key, SeriesStep.Week, First.AddDays(wait), sums);
    }
}
