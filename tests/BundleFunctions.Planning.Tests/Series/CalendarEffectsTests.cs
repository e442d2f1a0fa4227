using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Planning.Series;

namespace BundleFunctions.Planning.Tests.Series;

/// <summary>Holidays and promotions whose effect is known by construction: forty weeks of two products with a weekly pattern.</summary>
public sealed class CalendarEffectsTests
{
    private const int Days = 280;
    private static readonly DateOnly First = new(2025, 9, 1);

    // A promotion of one product, twice five days; a holiday of the whole shop, three times two days; and a name without any effect.
    private static readonly CalendarPeriod[] Calendar =
    [
        new("sale", Day(60), Day(64), ["lamp"]), new("sale", Day(150), Day(154), ["lamp"]),
        new("feast", Day(90), Day(91)), new("feast", Day(180), Day(181)), new("feast", Day(240), Day(241)),
        new("nothing", Day(30), Day(35)), new("nothing", Day(120), Day(125)),
        new("sale", Day(290), Day(296), ["lamp"]), new("feast", Day(291), Day(291)),
    ];

    [Theory]
    [InlineData(1.8, 0.4, 1UL)]
    [InlineData(2.5, 0.1, 2UL)]
    [InlineData(1.3, 1.6, 3UL)]
    [InlineData(0.6, 3.0, 4UL)]
    public void Learn_PlantedEffects_FindsEachDrawnTowardsNothingByItsDoubt(double sale, double feast, ulong seed)
    {
        var effects = CalendarEffects.Learn(Calendar, Planted(sale, feast, seed));

        // ln of the effect is drawn by two days without one: n / (n + 2) of it is left; calm adds five pieces to both.
        effects.Factors["sale"].ShouldBe(Math.Pow(sale, 10 / 12.0), 0.12 * Math.Pow(sale, 10 / 12.0));
        effects.Factors["feast"].ShouldBe(Math.Pow(feast, 6 / 8.0), 0.15 * Math.Pow(feast, 6 / 8.0) + 0.05);
        effects.Factors["nothing"].ShouldBe(1, 0.08);
    }

    [Fact]
    public void FactorOf_DaysOfSeveralPeriods_MultipliesThoseThatConcernTheProduct()
    {
        var effects = CalendarEffects.Learn(Calendar, Planted(1.8, 0.4, 1));
        var (sale, feast) = (effects.Factors["sale"], effects.Factors["feast"]);

        effects.FactorOf("lamp", Day(291), 1).ShouldBe(sale * feast, 1e-12);
        effects.FactorOf("shade", Day(291), 1).ShouldBe(feast, 1e-12);
        effects.FactorOf("lamp", Day(290), 7).ShouldBe(((6 * sale) + (sale * feast)) / 7, 1e-12);
        effects.FactorOf("lamp", Day(200), 7).ShouldBe(1);
    }

    [Fact]
    public void Without_WeeksOfASale_AreAsTheyWouldHaveBeen()
    {
        var planted = Planted(2.5, 0.4, 5);
        var effects = CalendarEffects.Learn(Calendar, planted);
        var calm = Planted(1, 1, 5);

        foreach (var (with, without) in planted.Zip(calm))
        {
            var (cleaned, usual) = (effects.Without(with.ToWeeks()!), without.ToWeeks()!);
            var (before, after) = (Away(with.ToWeeks()!, usual), Away(cleaned, usual));
            after.ShouldBeLessThan(0.55 * before, with.Key);
        }
    }

    [Fact]
    public void Learn_NameThatIsNewOrBeforeTheData_IsOne() =>
        CalendarEffects.Learn([new("new", Day(290), Day(291)), new("old", First.AddDays(-20), First.AddDays(-10))], Planted(1, 1, 1)).Factors.Values.ShouldBe([1.0, 1.0]);

    private static double Away(DemandSeries one, DemandSeries other) => one.Values.Zip(other.Values, (a, b) => Math.Abs(a - b)).Sum();

    private static DateOnly Day(int number) => First.AddDays(number);

    private static DemandSeries[] Planted(double sale, double feast, ulong seed) => [Product("lamp", 60, sale, feast, seed), Product("shade", 90, sale, feast, seed + 100)];

    private static DemandSeries Product(string key, double level, double sale, double feast, ulong seed)
    {
        var random = new SeededRandom(seed);
        var values = new double[Days];
        for (var day = 0; day < Days; day++)
        {
            // Weekends sell a third more; noise is that of counts.
            var mean = level * (Day(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.33 : 1);
            var noise = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2 * Math.Sqrt(mean);
            var effect = Calendar.Where(period => period.Covers(Day(day)) && period.Concerns(key))
                .Aggregate(1.0, (factor, period) => factor * (period.Name == "sale" ? sale : period.Name == "feast" ? feast : 1));
            values[day] = Math.Max(0, Math.Round((mean + noise) * effect));
        }

        return new DemandSeries(key, SeriesStep.Day, First, values);
    }
}
