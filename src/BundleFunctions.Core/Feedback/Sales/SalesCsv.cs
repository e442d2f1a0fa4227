using System.Globalization;
using System.Text;

namespace BundleFunctions.Feedback.Sales;

/// <summary>The report's tables as CSV (RFC 4180): one header, one row a bundle, model, rule, variant, category, segment, week and day. A row with amounts in
/// other currencies is followed by one of each of them, in which only amounts stand.</summary>
public static class SalesCsv
{
    private const string Header =
        "table,name,impressions,clicks,cartAdds,whole,swapped,partial,pieces,revenue,margin,alreadyWanted,returnedPieces,returnedRevenue,returnedMargin,netRevenue,netMargin,"
        + "currency,orders,attached,attachRate,piecesWith,piecesWithout,revenueWith,revenueWithout,soldRevenue,soldMargin,soldReturned,soldReturnedMargin,"
        + "earnedBeyond,earnedBeyondLow,earnedBeyondHigh,cannibalised,isMeasured";

    public static string Render(SalesReport report)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        (string Table, IReadOnlyList<SalesRow> Rows)[] tables =
        [
            ("total", [new SalesRow("all", report.Total)]), ("bundle", report.Bundles), ("model", report.Models), ("rule", report.Rules), ("variant", report.Variants),
            ("category", report.Categories), ("segment", report.Segments), ("week", report.Weeks),
        ];
        foreach (var (table, rows) in tables)
        {
            foreach (var row in rows)
            {
                Append(csv, table, row, report.Currency);
            }
        }

        foreach (var day in report.Days)
        {
            csv.Append(CultureInfo.InvariantCulture, $"day,{day.Day:yyyy-MM-dd},{day.Impressions},{day.Clicks},,,,,,{Amount(day.BundleRevenue)},,,,,,,,{report.Currency},,,,,,,,{Amount(day.Revenue)},,,,,,,,\r\n");
        }

        return csv.ToString();
    }

    private static void Append(StringBuilder csv, string table, SalesRow row, string currency)
    {
        var (tally, scope, name) = (row.Tally, row.Tally.Scope, CsvCell.Of(row.Name));
        csv.Append(CultureInfo.InvariantCulture, $"{table},{name},{tally.Impressions},{tally.Clicks},{tally.CartAdds},{tally.Whole},{tally.Swapped},{tally.Partial},{tally.Pieces},")
            .Append(CultureInfo.InvariantCulture, $"{Amount(tally.Revenue)},{Amount(tally.Margin)},{Amount(tally.AlreadyWanted)},{tally.ReturnedPieces},")
            .Append(CultureInfo.InvariantCulture, $"{Amount(tally.ReturnedRevenue)},{Amount(tally.ReturnedMargin)},{Amount(tally.NetRevenue)},{Amount(tally.NetMargin)},{currency},")
            .Append(CultureInfo.InvariantCulture, $"{scope.Orders},{scope.Attached},{scope.AttachRate:0.######},{scope.PiecesWith:0.######},{scope.PiecesWithout:0.######},")
            .Append(CultureInfo.InvariantCulture, $"{Amount(scope.RevenueWith)},{Amount(scope.RevenueWithout)},{Sold(scope.Sold)},")
            .Append(CultureInfo.InvariantCulture, $"{row.Uplift?.IncrementalMargin.Value:0.####},{row.Uplift?.IncrementalMargin.Low:0.####},{row.Uplift?.IncrementalMargin.High:0.####},")
            .Append(CultureInfo.InvariantCulture, $"{row.Uplift?.Cannibalised?.Value:0.####},{(row.Uplift is { } uplift ? uplift.IsMeasured ? "true" : "false" : "")}\r\n");
        foreach (var other in (tally.OtherCurrencies?.Keys ?? []).Concat(scope.SoldOtherwise?.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (credited, sold) = (tally.OtherCurrencies?.GetValueOrDefault(other) ?? new SalesMoney(), scope.SoldOtherwise?.GetValueOrDefault(other) ?? new SalesMoney());
            csv.Append(CultureInfo.InvariantCulture, $"{table},{name},,,,,,,,{Amount(credited.Revenue)},{Amount(credited.Margin)},,,{Amount(credited.ReturnedRevenue)},{Amount(credited.ReturnedMargin)},")
                .Append(CultureInfo.InvariantCulture, $"{Amount(credited.NetRevenue)},{Amount(credited.NetMargin)},{other},,,,,,,,{Sold(sold)},,,,,\r\n");
        }
    }

    private static string Sold(SalesMoney sold) => $"{Amount(sold.Revenue)},{Amount(sold.Margin)},{Amount(sold.ReturnedRevenue)},{Amount(sold.ReturnedMargin)}";

    private static string Amount(decimal amount) => decimal.Round(amount, 4).ToString("0.####", CultureInfo.InvariantCulture);
}
