using System.Globalization;
using System.Text;
using BundleFunctions.Planning.Forecasting;

namespace BundleFunctions.Planning.Plans;

/// <summary>The plan's forecasts and advice as CSV (RFC 4180): one header, one row a series and week (or day), and one a product's advice.</summary>
public static class PlanCsv
{
    private const string Header = "table,key,week,mean,low80,high80,low95,high95,stock,level,order,lastsDays,lastsDaysAtLeast,marginAtStake";

    public static string Render(ShopPlan plan)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        Append(csv, "shop", [plan.Total]);
        Append(csv, "category", plan.Categories);
        Append(csv, "product", plan.Products);
        Append(csv, "bundle", plan.Bundles);
        if (plan.Daily is { } daily)
        {
            Append(csv, "shop-day", daily.Total.Key, daily.Total.Days);
            foreach (var one in daily.Categories)
            {
                Append(csv, "category-day", one.Key, one.Days);
            }

            foreach (var one in daily.Products)
            {
                Append(csv, "product-day", one.Key, one.Days);
            }
        }

        foreach (var advice in plan.Stock)
        {
            csv.Append("stock,").Append(CsvCell.Of(advice.Product)).Append(CultureInfo.InvariantCulture, $",,{advice.WeeklyDemand:0.##},,,,,{advice.Stock},{advice.Level},{advice.Order},")
                .Append(CultureInfo.InvariantCulture, $"{advice.LastsDays:0.#},{advice.LastsDaysAtLeast:0.#},{advice.MarginAtStake}\r\n");
        }

        return csv.ToString();
    }

    private static void Append(StringBuilder csv, string table, IReadOnlyList<PlannedSeries> series)
    {
        foreach (var one in series)
        {
            Append(csv, table, one.Key, one.Weeks);
        }
    }

    private static void Append(StringBuilder csv, string table, string key, IReadOnlyList<ForecastStep> steps)
    {
        foreach (var step in steps)
        {
            csv.Append(table).Append(',').Append(CsvCell.Of(key)).Append(
                CultureInfo.InvariantCulture,
                $",{step.First:yyyy-MM-dd},{step.Mean:0.##},{step.Low80:0.##},{step.High80:0.##},{step.Low95:0.##},{step.High95:0.##},,,,,,\r\n");
        }
    }
}
