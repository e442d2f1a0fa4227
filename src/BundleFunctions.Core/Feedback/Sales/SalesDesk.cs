using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Keeps each shop's newest sales report in the blob store, as JSON, CSV and a page: <c>reports/{shop}/sales.*</c>. Written after each training, and by a timer
/// once a day is over; twice or late changes nothing, since the same lake gives the same bytes.</summary>
public sealed class SalesDesk(IBlobStore blobs, ShopDirectory shops, SalesReporter reporter, TimeProvider clock)
{
    /// <summary>Days of a report that nobody asked for.</summary>
    public const int Days = 84;

    /// <summary>The last day that is over.</summary>
    public DateOnly Yesterday => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);

    /// <summary>The last day of a shop's report: the last one that is over, or the day of the newest event where that is longer ago, so that data that came to an end are
    /// told of as they were.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<DateOnly> LastDayAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var days = await LakeIndex.ReadAsync(blobs, shop, cancellationToken);
        return days.Count > 0 && DateOnly.TryParseExact(days.Keys.Last(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var newest) && newest < Yesterday
            ? newest
            : Yesterday;
    }

    /// <summary>A report's files: <c>sales.json</c>, <c>sales.csv</c> and <c>sales.html</c>.</summary>
    public static BlobName File(ShopId shop, string extension) => new(BlobLayout.Reports, $"{shop}/sales.{extension}");

    /// <summary>Writes the report of every shop whose newest one does not reach to its last day; one that fails does not keep the others waiting.</summary>
    /// <returns>Each shop whose report was written, or why it was not.</returns>
    public async Task<IReadOnlyList<DeskReport>> TickAsync(CancellationToken cancellationToken)
    {
        var reports = new List<DeskReport>();
        foreach (var shop in await shops.ListAsync(cancellationToken))
        {
            try
            {
                if (await FindThroughAsync(shop, cancellationToken) != await LastDayAsync(shop, cancellationToken))
                {
                    reports.Add(new DeskReport(shop, (await WriteAsync(shop, cancellationToken)).To));
                }
            }
            catch (Exception e) when (e is StoreException or InvalidDataException or InvalidShopSettingsException)
            {
                reports.Add(new DeskReport(shop, null, e.Message));
            }
        }

        return reports;
    }

    /// <summary>Writes a shop's report, over the last one: the page last, since it is what people look at.</summary>
    /// <inheritdoc cref="SalesReporter.ReportAsync" path="/exception"/>
    public async Task<SalesReport> WriteAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var last = await LastDayAsync(shop, cancellationToken);
        var report = await reporter.ReportAsync(shop, new SalesRequest(last.AddDays(1 - Days), last), cancellationToken);
        (string Extension, byte[] Content)[] files =
        [
            ("csv", Encoding.UTF8.GetBytes(SalesCsv.Render(report))),
            ("json", JsonSerializer.SerializeToUtf8Bytes(report, SalesJson.Default.SalesReport)),
            ("html", Encoding.UTF8.GetBytes(SalesHtml.Render(report))),
        ];
        foreach (var (extension, content) in files)
        {
            await blobs.PutAsync(File(shop, extension), new MemoryStream(content, writable: false), BlobCondition.None, cancellationToken);
        }

        return report;
    }

    // The page is written last: where it is missing, so is the report.
    private async Task<DateOnly?> FindThroughAsync(ShopId shop, CancellationToken cancellationToken)
    {
        if (await blobs.FindAsync(File(shop, "html"), cancellationToken) is null)
        {
            return null;
        }

        await using var blob = await blobs.OpenAsync(File(shop, "json"), cancellationToken);
        if (blob is null)
        {
            return null;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(blob.Content, cancellationToken: cancellationToken);
            return json.RootElement.TryGetProperty("to", out var to) && to.TryGetDateTime(out var day) ? DateOnly.FromDateTime(day) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
