using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Audit;
using BundleFunctions.Catalogue;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Lake;
using BundleFunctions.Segments;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Training.Tests.Audiences;

/// <summary>The sales report of the demo shop, whose visitors click on every second bundle that they buy of, against SQL over the lake's files.</summary>
public sealed class DemoSalesTests
{
    private static readonly RecommendationIds Ids = new(new byte[32]);

    [DuckDbFact]
    public async Task Report_DemoShop_EqualsSqlOverTheLake()
    {
        var shop = new PublishedDemoShop();
        var porch = await shop.OpenAsync();
        (string Variant, string? Rule)[] answers = [("champion", null), ("champion", "pin"), ("price:half", null)];
        string Id((string Variant, string? Rule) answer) =>
            Ids.Create(Porch.Shop, new RecommendationStamp("product", shop.Generation, "00ff") { Variant = answer.Variant, Rule = answer.Rule });
        (await porch.IngestAsync("clicks.ndjson", Clicks(shop, [.. answers.Select(Id)]))).Rejected.ShouldBeEmpty();

        var last = shop.Lake.Shop.Options.LastDay;
        var request = new SalesRequest(last.AddDays(-27), last);
        var reporter = new SalesReporter(
            porch.Blobs, new LakeReader(porch.Blobs), new ShopDirectory(porch.Blobs), new CatalogueReader(porch.Blobs), new ExperimentStore(porch.Blobs, new AuditLog(porch.Blobs, porch.Clock), porch.Clock), Ids);
        var report = await reporter.ReportAsync(Porch.Shop, request, default);

        report.Total.Whole.ShouldBeGreaterThan(100);
        report.Total.Partial.ShouldBeGreaterThan(20);
        report.Total.AlreadyWanted.ShouldBeGreaterThan(0);
        report.Segments.Count.ShouldBeGreaterThan(1);
        var facts = new SalesFacts(
            (await shop.Lake.CatalogueAsync()).Products,
            shop.Bundles,
            answers.ToDictionary(Id),
            report.Models.ShouldHaveSingleItem().Name,
            await new SegmentFiles(porch.Blobs).ReadMembersAsync(Porch.Shop, default),
            Held: null)
        {
            Request = request,
        };
        await SalesOracle.AgreesAsync(SalesFigures.Of(report), porch.Blobs, Porch.Shop, facts);
    }

    // Three quarters of an hour before it buys, and a minute after it was shown, a visitor clicks on a bundle that holds something of the order.
    private static string Clicks(PublishedDemoShop shop, string[] ids)
    {
        var byProduct = shop.Bundles.SelectMany(bundle => bundle.Value, (bundle, product) => (product.Value, bundle.Key)).ToLookup(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        var (lines, number) = (new StringBuilder(), 0);
        foreach (var purchase in shop.Lake.Lines().Where(line => line.TryGetProperty("type", out var type) && type.ValueEquals("purchase") && IsWhole(line)))
        {
            var bundle = purchase.GetProperty("items").EnumerateArray().SelectMany(item => byProduct[item.GetProperty("productId").GetString()!])
                .GroupBy(found => found).OrderByDescending(found => found.Count()).ThenBy(found => found.Key.Value, StringComparer.Ordinal).FirstOrDefault()?.Key;
            if (bundle is { } chosen && number++ % 2 == 0)
            {
                var (id, at) = (ids[number % ids.Length], purchase.GetProperty("occurredAt").GetDateTimeOffset().AddMinutes(-45));
                Append(lines, "impression", at.AddMinutes(-1), chosen, id, purchase);
                Append(lines, "click", at, chosen, id, purchase);
            }
        }

        return lines.ToString();
    }

    private static bool IsWhole(JsonElement line) =>
        line.TryGetProperty("visitorId", out _) && line.TryGetProperty("occurredAt", out var at) && at.TryGetDateTimeOffset(out _)
        && line.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && items.EnumerateArray().All(item => item.TryGetProperty("productId", out _));

    private static void Append(StringBuilder lines, string type, DateTimeOffset at, BundleId bundle, string id, JsonElement purchase) => lines.Append(
        CultureInfo.InvariantCulture,
        $"{{\"eventId\":\"{type}-{lines.Length}\",\"type\":\"{type}\",\"occurredAt\":\"{at:O}\",\"visitorId\":{purchase.GetProperty("visitorId").GetRawText()},\"bundleId\":\"{bundle}\",\"recommendationId\":\"{id}\"}}\n");
}
