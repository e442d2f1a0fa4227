using BundleFunctions.Audit;
using BundleFunctions.Catalogue;
using BundleFunctions.Experiments;
using BundleFunctions.Feedback;
using BundleFunctions.Feedback.Sales;
using BundleFunctions.Lake;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace BundleFunctions.Functions.Tests.Harness;

/// <summary>The routes of experiments and reports.</summary>
internal static class ExperimentRoutes
{
    public static Task<IResult> GetExperimentsAsync(this Shop shop, HttpRequest request) =>
        new GetExperiments(shop.Keys, Store(shop)).RunAsync(request, Shop.Name, CancellationToken.None);

    public static Task<IResult> PutExperimentsAsync(this Shop shop, HttpRequest request) =>
        new PutExperiments(shop.Keys, Store(shop), NullLogger<PutExperiments>.Instance).RunAsync(request, Shop.Name, CancellationToken.None);

    public static Task<IResult> GetExperimentHistoryAsync(this Shop shop, HttpRequest request) =>
        new GetExperimentHistory(shop.Keys, Store(shop)).RunAsync(request, Shop.Name, CancellationToken.None);

    public static Task<IResult> GetSalesReportAsync(this Shop shop, HttpRequest request) => new GetSalesReport(
        shop.Keys,
        new SalesReporter(
            shop.Blobs, new LakeReader(shop.Blobs), new ShopDirectory(shop.Blobs), new CatalogueReader(shop.Blobs), Store(shop), new RecommendationIds(new byte[32])),
        shop.Clock).RunAsync(request, Shop.Name, CancellationToken.None);

    private static ExperimentStore Store(Shop shop) => new(shop.Blobs, new AuditLog(shop.Blobs, shop.Clock), shop.Clock);
}
