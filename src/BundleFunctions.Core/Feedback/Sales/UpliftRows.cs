using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Puts uplift beside the rows of the tables.</summary>
/// <param name="uplift">All bundles together; null where the shop holds nobody out.</param>
/// <param name="parts">By week, category and segment; null under the same condition.</param>
/// <param name="total">What all bundles were credited with.</param>
internal sealed class UpliftRows(UpliftReport? uplift, PartJudge? parts, SalesTally total)
{
    public IReadOnlyList<SalesRow> Weeks(IEnumerable<SalesRow> rows) => Measured(rows, parts is null ? null : parts.OfWeek);

    public IReadOnlyList<SalesRow> Categories(IEnumerable<SalesRow> rows) => Measured(rows, parts is null ? null : parts.OfCategory);

    public IReadOnlyList<SalesRow> Segments(IEnumerable<SalesRow> rows) => Measured(rows, parts is null ? null : parts.OfSegment);

    /// <summary>No chance tells bundles, models and rules apart, so each gets its share of the whole.</summary>
    public IReadOnlyList<SalesRow> Shared(IEnumerable<SalesRow> rows)
    {
        var whole = total.Revenue - total.AlreadyWanted;
        return uplift?.IncrementalMargin is not { } incremental || whole <= 0
            ? [.. rows]
            : [.. rows.Select(row => With(row, UpliftJudge.Scale(incremental, (double)((row.Tally.Revenue - row.Tally.AlreadyWanted) / whole)), isMeasured: false))];
    }

    private static IReadOnlyList<SalesRow> Measured(IEnumerable<SalesRow> rows, Func<string, Estimate?>? of) =>
        [.. rows.Select(row => of?.Invoke(row.Name) is { } incremental ? With(row, incremental, isMeasured: true) : row)];

    private static SalesRow With(SalesRow row, Estimate incremental, bool isMeasured) =>
        row with { Uplift = new RowUplift(incremental, UpliftJudge.Cannibalised(incremental, row.Tally.NetMargin), isMeasured) };
}
