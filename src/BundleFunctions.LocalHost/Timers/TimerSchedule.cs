using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NCrontab;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>When a timer is due, in UTC: a six-field NCRONTAB expression (seconds first; five fields mean second zero) or a period.</summary>
public sealed class TimerSchedule
{
    private readonly CrontabSchedule? _calendar;
    private readonly TimeSpan _period;

    private TimerSchedule(string text, CrontabSchedule? calendar, TimeSpan period) => (Text, _calendar, _period) = (text, calendar, period);

    /// <summary>The expression as written.</summary>
    public string Text { get; }

    /// <summary>Reads an expression such as <c>0 */5 * * * *</c> or <c>00:30:00</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimerSchedule? schedule)
    {
        schedule = null;
        if (TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var period) && text.Contains(':', StringComparison.Ordinal))
        {
            schedule = period > TimeSpan.Zero ? new TimerSchedule(text, calendar: null, period) : null;
            return schedule is not null;
        }

        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var options = new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 };
        if (CrontabSchedule.TryParse(text, options) is { } calendar)
        {
            schedule = new TimerSchedule(text, calendar, period: default);
        }
        return schedule is not null;
    }

    /// <summary>The first occurrence after a moment; <see cref="DateTimeOffset.MaxValue"/> where the expression has none.</summary>
    public DateTimeOffset Next(DateTimeOffset after)
    {
        if (_calendar is null)
        {
            return after + _period;
        }
        var next = _calendar.GetNextOccurrence(after.UtcDateTime);
        return next >= DateTime.MaxValue.Date ? DateTimeOffset.MaxValue : new DateTimeOffset(next, TimeSpan.Zero);
    }
}
