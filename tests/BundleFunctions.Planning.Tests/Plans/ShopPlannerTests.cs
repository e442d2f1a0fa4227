using BundleFunctions.Formats.Csv;
using BundleFunctions.Planning.Alarms;
using BundleFunctions.Planning.Plans;
using BundleFunctions.Planning.Series;
using BundleFunctions.Planning.Stock;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Planning.Tests.Plans;

/// <summary>A plan from files to advice: twenty weeks of a shop that sells about five lamps and two shades a day, and one vase a week.</summary>
public sealed class ShopPlannerTests
{
    private const int Days = PlannedShop.Days;
    private const int Spike = PlannedShop.Spike;
    private static readonly DateOnly First = PlannedShop.First;

    [Fact]
    public async Task Plan_SteadyShop_ForetellsItAndSumsAddUp()
    {
        var plan = await PlanAsync(new PlanOptions { Weeks = 4 });

        plan.DataThrough.ShouldBe(First.AddDays(Days - 2));
        plan.From.ShouldBe(First.AddDays(140));
        plan.Products.Select(product => product.Key).ShouldBe(["lamp", "shade", "vase"]);
        plan.Products[0].Weeks.Count.ShouldBe(4);
        plan.Products[0].Weeks[0].Mean.ShouldBe(35, 6);
        plan.Products[1].Weeks[0].Mean.ShouldBe(14, 5);
        for (var week = 0; week < 4; week++)
        {
            var products = plan.Products.Sum(product => product.Weeks[week].Mean);
            products.ShouldBe(plan.Total.Weeks[week].Mean, 1e-9);
            plan.Categories.Sum(category => category.Weeks[week].Mean).ShouldBe(products, 1e-9);
        }
    }

    [Fact]
    public async Task Plan_DayByDay_KnowsWeekdaysAndTheFairAndSumsAddUp()
    {
        var fair = First.AddDays(Days + 6);
        var daily = (await PlanAsync(new PlanOptions
        {
            Days = 14,
            Calendar = [new CalendarPeriod("fair", First.AddDays(Spike), First.AddDays(Spike)), new CalendarPeriod("fair", fair, fair)],
        })).Daily.ShouldNotBeNull();

        daily.Total.Days.Select(day => day.First).ShouldBe(Enumerable.Range(0, 14).Select(i => First.AddDays(Days - 1 + i)));
        daily.Products.Select(product => product.Key).ShouldBe(["lamp", "shade", "vase"]);
        daily.Products[2].Days.Where(day => day.First.DayOfWeek == DayOfWeek.Wednesday).ShouldAllBe(day => day.Mean > 0.6);
        daily.Products[2].Days.Where(day => day.First.DayOfWeek != DayOfWeek.Wednesday).ShouldAllBe(day => day.Mean < 0.3);
        daily.Products[0].Days.Single(day => day.First == fair).Mean.ShouldBeGreaterThan(1.5 * daily.Products[0].Days.Single(day => day.First == fair.AddDays(2)).Mean);
        for (var day = 0; day < 14; day++)
        {
            daily.Products.Sum(product => product.Days[day].Mean).ShouldBe(daily.Total.Days[day].Mean, 1e-9);
            daily.Categories.Sum(category => category.Days[day].Mean).ShouldBe(daily.Total.Days[day].Mean, 1e-9);
        }
    }

    [Fact]
    public async Task Plan_StockTooLowAndTooHigh_SaysWhatToOrderAndWhatIsSlow()
    {
        var plan = await PlanAsync(new PlanOptions { Stock = new StockOptions { LeadTimeDays = 7 } });

        var lamp = plan.Stock[0];
        lamp.Product.ShouldBe("lamp");

        // Three weeks of about 35 are to be covered, with some to spare.
        lamp.Level.ShouldBeInRange(95, 160);
        lamp.Order.ShouldBe(lamp.Level - 12);
        lamp.LastsDays!.Value.ShouldBe(2.4, 0.6);
        lamp.MarginAtStake!.Value.ShouldBeGreaterThan(20 * 60);
        var slow = plan.Slow.ShouldHaveSingleItem();
        slow.Product.ShouldBe("shade");
        slow.Excess.ShouldBeInRange(4400, 4900);
        slow.ExpectedMargin.ShouldBe(slow.Excess * 6);
    }

    [Fact]
    public async Task Plan_DayOfMany_IsAnAlarmAndNoTestOrderIs()
    {
        var plan = await PlanAsync(new PlanOptions());

        plan.Alarms.ShouldContain(alarm => alarm.Series == "events.purchase" && alarm.Kind == AlarmKind.Spike && alarm.Day == First.AddDays(Spike));
        plan.Products.ShouldNotContain(product => product.Key == "test-item");
    }

    [Fact]
    public async Task Plan_HolidayThatCameBefore_MovesTheWeekThatHasIt()
    {
        var next = First.AddDays(Days + 6);
        var plan = await PlanAsync(new PlanOptions
        {
            Calendar = [new CalendarPeriod("fair", First.AddDays(Spike), First.AddDays(Spike)), new CalendarPeriod("fair", next, next)],
        });

        plan.Effects["fair"].ShouldBeGreaterThan(1.2);
        var (with, without) = (plan.Total.Weeks.Single(week => next >= week.First && next < week.First.AddDays(7)).Mean, plan.Total.Weeks[^1].Mean);
        with.ShouldBeGreaterThan(1.02 * without);
    }

    [Fact]
    public async Task Plan_SameDataAgain_IsTheSamePlan()
    {
        var text = PlanCsv.Render(await PlanAsync(new PlanOptions { Days = 2 }));

        PlanCsv.Render(await PlanAsync(new PlanOptions { Days = 2 })).ShouldBe(text);
        text.Split("\r\n").Count(line => line.StartsWith("product-day,", StringComparison.Ordinal)).ShouldBe(6);
    }

    [Fact]
    public async Task Plan_NoOrders_IsNone() =>
        (await new ShopPlanner(new Porch(new CsvRows()).Blobs).PlanAsync(Porch.Shop, new PlanOptions(), default)).ShouldBeNull();

    private static async Task<ShopPlan> PlanAsync(PlanOptions options) => (await PlannedShop.OpenAsync(new ShopSettings(), options)).Plan;
}
