using BundleFunctions.Feedback.Sales;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/reports/sales?from=&amp;to=&amp;windowDays=&amp;format=json|csv|html</c>, for admin keys: what bundles earned.</summary>
public sealed class GetSalesReport(ApiKeyRing keys, SalesReporter reporter, TimeProvider clock)
{
    [Function(nameof(GetSalesReport))]
    [ApiOperation("What bundles earned", Audience = ApiAudience.Admin, Parameters = ["from", "to", "format", "windowDays"], Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/reports/sales")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (problem is not null || !ReportQuery.TryRead(request.Query, today, out var asked, out var format, out problem))
        {
            return problem;
        }
        try
        {
            return new SalesReportResult(await reporter.ReportAsync(id, asked, cancellationToken), format);
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
        catch (Exception error) when (error is InvalidDataException or InvalidShopSettingsException)
        {
            return Problems.Conflict(error.Message);
        }
    }
}
