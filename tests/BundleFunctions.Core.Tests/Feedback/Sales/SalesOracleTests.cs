using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Profiles;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Segments;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

/// <summary>Every figure of the report against SQL over the lake's files.</summary>
public sealed class SalesOracleTests
{
    private const int Visitors = 400;

    [DuckDbFact]
    public async Task Report_RefundsCurrenciesAndSegments_EqualsSqlOverTheLake()
    {
        var segments = Enumerable.Range(0, Visitors).ToDictionary(
            number => Porch.Pseudonymizer.Create(PseudonymKind.User, Porch.Shop, $"u{number}"), number => number % 2 == 0 ? "seldom" : "often");
        await using var profiles = await StagedFile.WriteAsync(ModelFiles.Profiles, stream => Write(stream, segments), default);
        await using var table = await StagedFile.WriteAsync(ModelFiles.Segments, WriteTable, default);
        var shop = await SalesShop.OpenAsync([profiles, table]);
        await shop.AddProductsAsync(SalesStories.MoreProducts);
        await shop.TryOutAsync(ExperimentBook.Empty with { Holdout = new HoldoutOptions(0.3) });
        SalesStories.Write(shop, Visitors);
        shop.Clock.Advance(TimeSpan.FromDays(60));

        var report = await shop.ReportAsync();

        Interesting(report);
        var book = await shop.Experiments.ReadAsync(Porch.Shop, default);
        var facts = new SalesFacts(
            (await new CatalogueReader(shop.Blobs).ReadCurrentAsync(Porch.Shop, default))!.Products,
            await BundlesAsync(shop),
            SalesStories.Answers.ToDictionary(answer => shop.Id(answer.Variant, answer.Rule)),
            report.Models.ShouldHaveSingleItem().Name,
            segments,
            [.. Enumerable.Range(0, Visitors).Select(number => SalesShop.Visitor($"v{number}")).Where(book.Holdout.Holds)])
        {
            Request = new SalesRequest(report.From, report.To),
        };
        await SalesOracle.AgreesAsync(SalesFigures.Of(report), shop.Blobs, Porch.Shop, facts);
    }

    // A comparison of nothings would prove nothing.
    private static void Interesting(SalesReport report)
    {
        var total = report.Total;
        new[] { total.Whole, total.Swapped, total.Partial, total.ReturnedPieces, report.Counts.Replayed, report.Counts.WithoutConsent, report.Counts.WithoutPrice, report.Counts.WithoutCost }
            .ShouldAllBe(count => count > 3);
        total.AlreadyWanted.ShouldBeGreaterThan(0);
        total.OtherCurrencies!.Keys.ShouldBe(["GBP", "USD"]);
        total.Scope.SoldOtherwise!["USD"].ReturnedRevenue.ShouldBeGreaterThan(0);
        report.Segments.Select(row => row.Name).ShouldBe(["often", "seldom"], ignoreOrder: true);
        report.Weeks.Count.ShouldBe(4);
        report.Categories.Where(row => row.Tally.Scope.Sold.Revenue > 0).ShouldAllBe(row => row.Uplift != null && row.Uplift.IsMeasured);
        report.Bundles.ShouldAllBe(row => row.Uplift != null && !row.Uplift.IsMeasured);
        report.Weeks.Sum(week => week.Uplift!.IncrementalMargin.Value).ShouldBe(report.Uplift!.IncrementalMargin!.Value, 1e-6);
    }

    private static async Task<IReadOnlyDictionary<BundleId, IReadOnlyList<ProductId>>> BundlesAsync(SalesShop shop)
    {
        var bundles = new Dictionary<BundleId, IReadOnlyList<ProductId>>();
        await foreach (var bundle in new CurrentBundles(shop.Blobs).ReadAsync(Porch.Shop, default))
        {
            bundles.Add(bundle.BundleId, [.. bundle.Items.Select(item => item.ProductId)]);
        }

        return bundles;
    }

    private static Task Write(Stream stream, Dictionary<Pseudonym, string> segments)
    {
        var day = new DateOnly(2026, 1, 31);
        ProfileFiles.Write(segments.OrderBy(user => user.Key).Select(user => new UserProfile(user.Key, user.Value == "often" ? 10 : 1, day, day, null, null, [], [], [])), stream);
        return Task.CompletedTask;
    }

    private static Task WriteTable(Stream stream)
    {
        var none = new Dictionary<string, double>(StringComparer.Ordinal);
        SegmentFiles.Write(
            new SegmentTable(
                new DateOnly(2026, 1, 31),
                [new SegmentFeature(ProfileFacts.Frequency, 0, 1)],
                [new Segment("s1", "seldom", Visitors / 2, [Math.Log(2)], none), new Segment("s2", "often", Visitors / 2, [Math.Log(11)], none)],
                3),
            stream);
        return Task.CompletedTask;
    }
}
