using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Series;
using Xunit.Abstractions;

namespace BundleFunctions.Planning.Tests.Alarms;

public sealed class SeriesWatchTests(ITestOutputHelper output)
{
    private const int Days = 365;
    private const int Planted = 250;
    private const int Shops = 200;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly SeriesWatch Watch = new(new WatchOptions());

    [Fact]
    public void Examine_OrdinaryYear_SeldomCries()
    {
        var alarms = Shop(day => 1).Sum(series => Watch.Examine(series).Count) / (double)Shops;

        output.WriteLine($"{alarms:F2} false alarms a year of one series");
        alarms.ShouldBeLessThan(1.5);
    }

    [Theory]
    [InlineData(4.0, 1, AlarmKind.Spike, 0.95)]
    [InlineData(0.15, 1, AlarmKind.Drop, 0.95)]
    [InlineData(1.7, 60, AlarmKind.ShiftUp, 0.9)]
    [InlineData(0.6, 60, AlarmKind.ShiftDown, 0.9)]
    public void Examine_PlantedChange_IsFoundWithinAWeek(double factor, int days, AlarmKind kind, double least)
    {
        var within = days == 1 ? 0 : 7;
        var found = Shop(day => day >= Planted && day < Planted + days ? factor : 1).Count(series => Watch.Examine(series)
            .Any(alarm => alarm.Kind == kind && alarm.Day >= First.AddDays(Planted) && alarm.Day <= First.AddDays(Planted + within)));

        output.WriteLine($"{kind} by {factor}: found {found / (double)Shops:P1}");
        (found / (double)Shops).ShouldBeGreaterThanOrEqualTo(least);
    }

    [Fact]
    public void Examine_ShiftThatStays_CriesOnceAndGetsUsedToIt()
    {
        var shifts = Shop(day => day >= Planted ? 2 : 1)
            .Average(series => Watch.Examine(series).Count(alarm => alarm.Day > First.AddDays(Planted + 28)));

        output.WriteLine($"{shifts:F2} alarms from the fifth week after a shift on, to the end of the year");
        shifts.ShouldBeLessThan(1);
    }

    // Sales with a weekly pattern, a slow season, noise beyond counting, and forty to four hundred a day.
    private static IEnumerable<DemandSeries> Shop(Func<int, double> factor)
    {
        for (var shop = 0; shop < Shops; shop++)
        {
            var random = SeededRandom.ForStream(7, "alarms", (ulong)shop);
            var level = 40 * Math.Pow(10, random.NextDouble());
            var week = Enumerable.Range(0, 7).Select(_ => 0.6 + (0.8 * random.NextDouble())).ToArray();
            var values = Enumerable.Range(0, Days).Select(day =>
            {
                var mean = level * week[day % 7] * (1 + (0.2 * Math.Sin(2 * Math.PI * day / 365))) * factor(day);
                return Math.Max(0, Math.Round((mean * Math.Exp(0.08 * random.NextNormal())) + (Math.Sqrt(mean) * random.NextNormal())));
            });
            yield return new DemandSeries($"shop-{shop}", SeriesStep.Day, First, [.. values]);
        }
    }
}
