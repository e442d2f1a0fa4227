using System.Globalization;
using System.Text;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report's tables as CSV (RFC 4180): one header, one row a bundle, model, rule, variant and day.</summary>
public static class SalesCsv
{
    private const string Header =
        "table,name,impressions,clicks,cartAdds,whole,swapped,partial,pieces,revenue,margin,alreadyWanted,returnedPieces,returnedRevenue,returnedMargin,netRevenue,netMargin";

    public static string Render(SalesReport report)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        Append(csv, "total", [new SalesRow("all", report.Total)]);
        Append(csv, "bundle", report.Bundles);
        Append(csv, "model", report.Models);
        Append(csv, "rule", report.Rules);
        Append(csv, "variant", report.Variants);
        foreach (var day in report.Days)
        {
            csv.Append(CultureInfo.InvariantCulture, $"day,{day.Day:yyyy-MM-dd},{day.Impressions},{day.Clicks},,,,,,{day.BundleRevenue},,,,,,,\r\n");
        }

        return csv.ToString();
    }

    private static void Append(StringBuilder csv, string table, IReadOnlyList<SalesRow> rows)
    {
        foreach (var (name, tally) in rows)
        {
            csv.Append(table).Append(',').Append(CsvCell.Of(name)).Append(CultureInfo.InvariantCulture, $",{tally.Impressions},{tally.Clicks},{tally.CartAdds}")
                .Append(CultureInfo.InvariantCulture, $",{tally.Whole},{tally.Swapped},{tally.Partial},{tally.Pieces},{Amount(tally.Revenue)},{Amount(tally.Margin)}")
                .Append(CultureInfo.InvariantCulture, $",{Amount(tally.AlreadyWanted)},{tally.ReturnedPieces},{Amount(tally.ReturnedRevenue)}")
                .Append(CultureInfo.InvariantCulture, $",{Amount(tally.ReturnedMargin)},{Amount(tally.NetRevenue)},{Amount(tally.NetMargin)}\r\n");
        }
    }

    private static string Amount(decimal amount) => decimal.Round(amount, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
