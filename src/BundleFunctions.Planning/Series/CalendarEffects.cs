using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Planning.Series;

/// <summary>What holidays and promotions multiply sales by, learned from a shop's own days.</summary>
/// <remarks>A day's effect is <c>ln((sold + c) / (usual + c))</c>, usual being the median of the same weekday within five weeks either way on days of no
/// period, c five pieces. A period's effect is the mean over its days, drawn towards nothing by <see cref="Doubt"/> days that showed none.</remarks>
public sealed class CalendarEffects
{
    /// <summary>Days without effect that are added to those that were seen.</summary>
    public const double Doubt = 2;

    private const int WeeksAround = 5;
    private const double Calm = 5;
    private readonly IReadOnlyList<CalendarPeriod> _periods;
    private readonly Dictionary<string, double> _factors;

    private CalendarEffects(IReadOnlyList<CalendarPeriod> periods, Dictionary<string, double> factors) => (_periods, _factors) = (periods, factors);

    /// <summary>What each name multiplies sales by, above 0; 1 for one that was never seen.</summary>
    public IReadOnlyDictionary<string, double> Factors => _factors;

    /// <param name="periods">Past and future ones.</param>
    /// <param name="daily">Daily series of products.</param>
    public static CalendarEffects Learn(IReadOnlyList<CalendarPeriod> periods, IReadOnlyList<DemandSeries> daily)
    {
        var factors = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var named in periods.GroupBy(period => period.Name, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var effects = new List<double>();
            foreach (var period in named)
            {
                if (daily.Where(one => period.Concerns(one.Key)).ToList() is { Count: > 0 } concerned)
                {
                    effects.AddRange(EffectsOf(DemandBook.Sum(named.Key, concerned), period, periods));
                }
            }

            factors[named.Key] = Math.Exp(effects.Sum() / (effects.Count + Doubt));
        }

        return new CalendarEffects(periods, factors);
    }

    /// <summary>What a step's sales are multiplied by: the mean over its days of the product of all periods that cover a day.</summary>
    /// <param name="product">The product.</param>
    /// <param name="first">First day of the step.</param>
    /// <param name="days">Its days, 1 or more.</param>
    public double FactorOf(string product, DateOnly first, int days)
    {
        var sum = 0.0;
        for (var day = first; day < first.AddDays(days); day = day.AddDays(1))
        {
            sum += _periods.Where(period => period.Covers(day) && period.Concerns(product)).Aggregate(1.0, (factor, period) => factor * _factors[period.Name]);
        }

        return sum / days;
    }

    /// <summary>The series as it would have been without them.</summary>
    public DemandSeries Without(DemandSeries series)
    {
        var days = DemandSeries.DaysOf(series.Step);
        return series with { Values = [.. series.Values.Select((value, i) => value / FactorOf(series.Key, series.First.AddDays(i * days), days))] };
    }

    private static IEnumerable<double> EffectsOf(DemandSeries total, CalendarPeriod period, IReadOnlyList<CalendarPeriod> all)
    {
        for (var day = period.From > total.First ? period.From : total.First; day <= period.To && day < total.Next; day = day.AddDays(1))
        {
            var usual = Enumerable.Range(-WeeksAround, (2 * WeeksAround) + 1)
                .Select(week => day.AddDays(7 * week))
                .Where(other => other >= total.First && other < total.Next && !all.Any(one => one.Covers(other)))
                .Select(other => total.Values[other.DayNumber - total.First.DayNumber])
                .Order()
                .ToArray();
            if (usual.Length > 0)
            {
                yield return Math.Log((total.Values[day.DayNumber - total.First.DayNumber] + Calm) / (Quantile.OfSorted(usual, 0.5) + Calm));
            }
        }
    }
}
