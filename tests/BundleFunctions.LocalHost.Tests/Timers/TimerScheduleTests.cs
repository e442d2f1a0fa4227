using System.Globalization;
using BundleFunctions.LocalHost.Timers;

namespace BundleFunctions.LocalHost.Tests.Timers;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-03-01T12:05:00Z")]
    [InlineData("30 0 3 * * *", "2026-03-02T03:00:30Z")]
    [InlineData("*/5 * * * *", "2026-03-01T12:05:00Z")]
    [InlineData("0 0 4 * * 1", "2026-03-02T04:00:00Z")]
    [InlineData("00:00:10", "2026-03-01T12:00:17Z")]
    public void Next_KnownSchedules_GivesTheOccurrence(string text, string expected)
    {
        TimerSchedule.TryParse(text, out var schedule).ShouldBeTrue();

        var next = schedule.Next(new DateTimeOffset(2026, 3, 1, 12, 0, 7, TimeSpan.Zero));

        next.ShouldBe(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("every day")]
    [InlineData("0 61 * * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("00:00:00")]
    [InlineData("7")]
    public void TryParse_Malformed_IsRefused(string text) => TimerSchedule.TryParse(text, out _).ShouldBeFalse();
}
