using System.Globalization;
using System.Text;

namespace BundleFunctions.Planning.Plans;

/// <summary>The plan's forecasts and advice as CSV (RFC 4180): one header, one row a series and week, and one a product's advice.</summary>
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
            foreach (var week in one.Weeks)
            {
                csv.Append(table).Append(',').Append(CsvCell.Of(one.Key)).Append(
                    CultureInfo.InvariantCulture,
                    $",{week.First:yyyy-MM-dd},{week.Mean:0.##},{week.Low80:0.##},{week.High80:0.##},{week.Low95:0.##},{week.High95:0.##},,,,,,\r\n");
            }
        }
    }
}
