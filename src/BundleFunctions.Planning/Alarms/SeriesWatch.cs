using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Alarms;

/// <summary>Finds spikes, drops and shifts of level in a daily series.</summary>
/// <remarks>A day is compared with the median of the same weekday before it, as <c>r = ln((y + c) / (usual + c))</c>; its wobble is 1.4826 times the median
/// of |r| over the eight weeks before (Rousseeuw, Croux 1993), and <c>z = r / wobble</c>. One |z| beyond the line is a spike or a drop. Shifts are found by
/// two one-sided sums <c>S = max(0, S + min(|z|, 3) - k)</c> (CUSUM, Page 1954), each z clipped so that no single day is a shift. After a shift the days
/// from its beginning on are the usual ones.</remarks>
public sealed class SeriesWatch(WatchOptions options)
{
    private const int Weeks = 8;
    private const int FewestWeeks = 4;
    private const double MostOfOneDay = 3;

    /// <summary>Findings in order of days. The first five weeks only teach.</summary>
    /// <param name="series">A daily series.</param>
    /// <exception cref="ArgumentException">The series is not daily.</exception>
    public IReadOnlyList<SeriesAlarm> Examine(DemandSeries series)
    {
        if (series.Step != SeriesStep.Day)
        {
            throw new ArgumentException($"{series.Key} is a series of {series.Step}s; expected days.", nameof(series));
        }

        var alarms = new List<SeriesAlarm>();
        var errors = new List<(int Day, double Error)>();
        var (since, up, down, upFrom, downFrom) = (0, 0.0, 0.0, 0, 0);
        for (var day = 0; day < series.Values.Count; day++)
        {
            if (UsualOf(series.Values, day, since) is not { } usual)
            {
                continue;
            }

            var error = Math.Log((series.Values[day] + options.Calm) / (usual + options.Calm));
            if (WobbleOf(errors, day) is { } wobble)
            {
                var z = error / wobble;
                if (Math.Abs(z) >= options.SpikeScore)
                {
                    alarms.Add(Alarm(series, day, z > 0 ? AlarmKind.Spike : AlarmKind.Drop, usual, Math.Abs(z)));
                }

                (up, upFrom) = Sum(up, upFrom, z, day);
                (down, downFrom) = Sum(down, downFrom, -z, day);
                if (Math.Max(up, down) >= options.ShiftScore)
                {
                    alarms.Add(Alarm(series, day, up >= down ? AlarmKind.ShiftUp : AlarmKind.ShiftDown, usual, Math.Max(up, down)));
                    (since, up, down) = (up >= down ? upFrom : downFrom, 0, 0);
                    continue;
                }
            }

            errors.Add((day, error));
        }

        return alarms;
    }

    private (double Sum, int From) Sum(double sum, int from, double z, int day)
    {
        var next = Math.Max(0, sum + Math.Clamp(z, -MostOfOneDay, MostOfOneDay) - options.ShiftAllowance);
        return (next, sum == 0 ? day : from);
    }

    private static SeriesAlarm Alarm(DemandSeries series, int day, AlarmKind kind, double usual, double score) =>
        new(series.Key, series.First.AddDays(day), kind, series.Values[day], usual, score);

    // The median of the same weekdays; where a shift has left too few of them, of the days since it.
    private static double? UsualOf(IReadOnlyList<double> values, int day, int since)
    {
        var same = Enumerable.Range(1, Weeks).Select(week => day - (7 * week)).Where(other => other >= since).Select(other => values[other]).Order().ToArray();
        if (same.Length >= FewestWeeks)
        {
            return Quantile.OfSorted(same, 0.5);
        }

        if (since == 0 || day - since < 7)
        {
            return null;
        }

        var week = Enumerable.Range(1, 7).Select(back => values[day - back]).Order().ToArray();
        return same.Length > 0 ? (Quantile.OfSorted(same, 0.5) + Quantile.OfSorted(week, 0.5)) / 2 : Quantile.OfSorted(week, 0.5);
    }

    private double? WobbleOf(List<(int Day, double Error)> errors, int day)
    {
        var recent = errors.Where(one => one.Day >= day - (7 * Weeks)).Select(one => Math.Abs(one.Error)).Order().ToArray();
        return recent.Length < 7 ? null : Math.Max(options.LeastWobble, 1.4826 * Quantile.OfSorted(recent, 0.5));
    }
}
