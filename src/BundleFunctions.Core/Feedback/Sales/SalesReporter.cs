using BundleFunctions.Bandits;
using BundleFunctions.Catalogue;
using BundleFunctions.Experiments;
using BundleFunctions.Hygiene;
using BundleFunctions.Identity;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Segments;
using BundleFunctions.Shops;

namespace BundleFunctions.Feedback.Sales;

/// <summary>Tells what bundles earned, in one pass over the lake with bounded memory.</summary>
public sealed class SalesReporter(
    IBlobStore blobs, LakeReader lake, ShopDirectory shops, CatalogueReader catalogues, ExperimentStore experiments, RecommendationIds ids)
{
    private static readonly Dictionary<Pseudonym, string> NoSegments = [];

    /// <summary>The report of a period. The same lake gives the same report.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The request breaks its own rules (<see cref="SalesRequest.Validate"/>).</exception>
    /// <exception cref="StoreException">A store failed.</exception>
    /// <exception cref="InvalidDataException">The lake, the catalogue, a generation or the experiments cannot be read.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be used.</exception>
    public async Task<SalesReport> ReportAsync(ShopId shop, SalesRequest request, CancellationToken cancellationToken)
    {
        var book = await experiments.ReadAsync(shop, cancellationToken);
        var segments = await new SegmentFiles(blobs).ReadMembersAsync(shop, cancellationToken);
        var options = new SalesPassOptions(book.Bandit ?? new BanditOptions(), segments, book.Holdout.Share > 0);
        var (currency, pass) = await PassAsync(shop, request, options, cancellationToken);
        var (books, total) = (pass.Books, pass.Books.Total);
        var uplift = UpliftJudge.Judge(book.Holdout, pass.Visitors, total.NetMargin, request.Level);
        var rows = new UpliftRows(uplift, pass.Parts is { } parts ? new PartJudge(book.Holdout, pass.Visitors, parts, request.Level) : null, total);
        return new SalesReport(
            shop,
            request.From,
            request.To,
            request.WindowDays,
            currency,
            total,
            pass.Days.Sum(day => day.Revenue),
            pass.Visitors.Share,
            uplift,
            ExperimentJudge.Judge(book, pass.Visitors, request),
            rows.Shared(SalesBooks.Rows(books.Bundles)),
            rows.Shared(SalesBooks.Rows(books.Models)),
            rows.Shared(SalesBooks.Rows(books.Rules)),
            rows.Shared(SalesBooks.Rows(books.Variants)),
            pass.Days,
            pass.Counts)
        {
            Categories = rows.Categories(SalesBooks.Rows(books.Categories)),
            Segments = rows.Segments(SalesBooks.Rows(books.Segments)),
            Weeks = rows.Weeks(books.WeekRows()),
            Policies = books.Discounts.Judge(request.Level),
        };
    }

    /// <summary>What the shop's bandits can learn from the days up to and with <paramref name="asOf"/>; null where it has no bandit.</summary>
    /// <inheritdoc cref="ReportAsync" path="/exception"/>
    public async Task<BanditTable?> LearnAsync(ShopId shop, DateOnly asOf, CancellationToken cancellationToken)
    {
        var book = await experiments.ReadAsync(shop, cancellationToken);
        if (book.Bandit is not { } options)
        {
            return null;
        }

        // What is older than six half-lives weighs less than a fiftieth.
        var days = (int)Math.Min(SalesRequest.MaxDays - 1, Math.Ceiling(options.HalfLifeDays * 6));
        var request = new SalesRequest(asOf.AddDays(-days), asOf) { PriorDays = 0, ReturnDays = 0 };
        return (await PassAsync(shop, request, new SalesPassOptions(options, NoSegments, WithParts: false), cancellationToken)).Pass.Books.ToTable();
    }

    private async Task<(string Currency, SalesPass Pass)> PassAsync(
        ShopId shop, SalesRequest request, SalesPassOptions options, CancellationToken cancellationToken)
    {
        if (request.Validate() is { } fault)
        {
            throw new ArgumentOutOfRangeException(nameof(request), fault);
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        var currency = settings.Currency;
        var counts = new SalesCounts();
        var values = new ProductValues(await catalogues.ReadCurrentAsync(shop, cancellationToken), currency, counts);
        var contents = await BundleContents.ReadAsync(blobs, shop, cancellationToken);
        var pass = new SalesPass(request, new ReactionReader(shop, ids, request, counts), contents, values, counts, options);
        var first = request.From.AddDays(-Math.Max(request.WindowDays, request.PriorDays));
        var last = request.To.AddDays(request.ReturnDays);

        // What robots and tests did earned nothing; what was sold is told as the books have it, however large.
        var marks = new HygieneMarks(settings.Hygiene);
        var aliases = await AliasFiles.ReadAsync(blobs, shop, cancellationToken);
        await foreach (var shopEvent in aliases.ApplyAsync(lake.ReadAsync(shop, first, last, cancellationToken), cancellationToken))
        {
            if (marks.Find(shopEvent) is null)
            {
                pass.Add(shopEvent);
            }
        }

        pass.End();
        return (currency, pass);
    }
}
