using BundleFunctions.Feedback.Sales;

namespace BundleFunctions.Testing;

/// <summary>Every figure of a report's tables under a name such as <c>category|Cards|EUR|revenue</c>; those that are 0 are left out.</summary>
public static class SalesFigures
{
    public static SortedDictionary<string, double> Of(SalesReport report)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        (string Table, IReadOnlyList<SalesRow> Rows)[] tables =
        [
            ("total", [new SalesRow("all", report.Total)]), ("bundle", report.Bundles), ("model", report.Models), ("rule", report.Rules), ("variant", report.Variants),
            ("category", report.Categories), ("segment", report.Segments), ("week", report.Weeks),
        ];
        foreach (var (table, rows) in tables)
        {
            foreach (var row in rows)
            {
                Add(figures, $"{table}|{row.Name}", row, report.Currency);
            }
        }

        foreach (var day in report.Days)
        {
            var name = FormattableString.Invariant($"day|{day.Day:yyyy-MM-dd}|");
            Put(figures, $"{name}{report.Currency}|sold.revenue", (double)day.Revenue);
            Put(figures, $"{name}{report.Currency}|revenue", (double)day.BundleRevenue);
            Put(figures, $"{name}|impressions", day.Impressions);
            Put(figures, $"{name}|clicks", day.Clicks);
        }

        return figures;
    }

    private static void Add(SortedDictionary<string, double> figures, string name, SalesRow row, string currency)
    {
        var (tally, scope) = (row.Tally, row.Tally.Scope);
        (string Name, double Value)[] counts =
        [
            ("impressions", tally.Impressions), ("clicks", tally.Clicks), ("cartAdds", tally.CartAdds), ("whole", tally.Whole), ("swapped", tally.Swapped),
            ("partial", tally.Partial), ("pieces", tally.Pieces), ("returnedPieces", tally.ReturnedPieces), ("orders", scope.Orders), ("attached", scope.Attached),
            ("basketPieces", scope.Pieces), ("attachedPieces", scope.AttachedPieces), ("attachRate", scope.AttachRate), ("piecesWith", scope.PiecesWith),
            ("piecesWithout", scope.PiecesWithout), ("clickRate", tally.ClickRate), ("wantedShare", tally.WantedShare),
        ];
        foreach (var (figure, value) in counts)
        {
            Put(figures, $"{name}||{figure}", value);
        }

        Put(figures, $"{name}|{currency}|alreadyWanted", (double)tally.AlreadyWanted);
        Put(figures, $"{name}|{currency}|basketRevenue", (double)scope.BasketRevenue);
        Put(figures, $"{name}|{currency}|attachedRevenue", (double)scope.AttachedRevenue);
        Put(figures, $"{name}|{currency}|revenueWith", (double)scope.RevenueWith);
        Put(figures, $"{name}|{currency}|revenueWithout", (double)scope.RevenueWithout);
        Put(figures, $"{name}|{currency}|earnedBeyond", row.Uplift?.IncrementalMargin.Value ?? 0);
        Put(figures, $"{name}|{currency}|cannibalised", row.Uplift?.Cannibalised?.Value ?? 0);
        Add(figures, $"{name}|{currency}|", tally.Revenue, tally.Margin, tally.ReturnedRevenue, tally.ReturnedMargin);
        Add(figures, $"{name}|{currency}|sold.", scope.Sold.Revenue, scope.Sold.Margin, scope.Sold.ReturnedRevenue, scope.Sold.ReturnedMargin);
        foreach (var (other, money) in tally.OtherCurrencies ?? new Dictionary<string, SalesMoney>())
        {
            Add(figures, $"{name}|{other}|", money.Revenue, money.Margin, money.ReturnedRevenue, money.ReturnedMargin);
        }

        foreach (var (other, money) in scope.SoldOtherwise ?? new Dictionary<string, SalesMoney>())
        {
            Add(figures, $"{name}|{other}|sold.", money.Revenue, money.Margin, money.ReturnedRevenue, money.ReturnedMargin);
        }
    }

    private static void Add(SortedDictionary<string, double> figures, string name, decimal revenue, decimal margin, decimal returnedRevenue, decimal returnedMargin)
    {
        Put(figures, $"{name}revenue", (double)revenue);
        Put(figures, $"{name}margin", (double)margin);
        Put(figures, $"{name}returnedRevenue", (double)returnedRevenue);
        Put(figures, $"{name}returnedMargin", (double)returnedMargin);
        Put(figures, $"{name}netRevenue", (double)(revenue - returnedRevenue));
        Put(figures, $"{name}netMargin", (double)(margin - returnedMargin));
    }

    private static void Put(SortedDictionary<string, double> figures, string name, double value)
    {
        // To a hundred-thousandth: SQL divides in binary.
        if (Math.Abs(value) > 5e-6)
        {
            figures[name] = value;
        }
    }
}
