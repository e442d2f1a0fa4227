using BundleFunctions.DemoShop.Catalogue;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>Demand of a department through the year: straight lines between the middles of months.</summary>
internal sealed class SeasonModel
{
    /// <summary>The greatest monthly factor of any department.</summary>
    public static readonly double Greatest = ShopRange.Departments.Max(department => department.Season.Max());

    private readonly double[][] _demand;

    public SeasonModel(DemoShopOptions options)
        => _demand = [.. ShopRange.Departments.Select(department =>
            Enumerable.Range(0, options.Days).Select(day => At(department.Season, options.FirstDay.AddDays(day))).ToArray())];

    /// <summary>The factor of a department on a day, counted from the first day of events.</summary>
    public double Demand(int department, int day) => _demand[department][day];

    /// <summary>The value of a yearly curve on a date.</summary>
    /// <param name="months">Twelve values, January first, each met on the 15th.</param>
    public static double At(IReadOnlyList<double> months, DateOnly date)
    {
        var before = date.Day >= 15 ? date : date.AddMonths(-1);
        var middle = new DateOnly(before.Year, before.Month, 15);
        var next = middle.AddMonths(1);
        var share = (date.DayNumber - middle.DayNumber) / (double)(next.DayNumber - middle.DayNumber);
        return (months[middle.Month - 1] * (1 - share)) + (months[next.Month - 1] * share);
    }
}
