using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Serving.WhyNot;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /v1/{shop}/products/{productId}/why-not/{otherId}</c>, for admin keys: the gate that keeps two products out of a bundle.</summary>
public sealed class GetWhyNot(ApiKeyRing keys, WhyNotReader reader)
{
    [Function(nameof(GetWhyNot))]
    [ApiOperation("The gate that keeps two products out of a bundle", Audience = ApiAudience.Admin, Answer = typeof(WhyNotReport), Problems = [409])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/products/{productId}/why-not/{otherId}")] HttpRequest request,
        string shop,
        string productId,
        string otherId,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        if (!RouteText.TryReadProduct(productId, out var anchor) || !RouteText.TryReadProduct(otherId, out var other))
        {
            return Problems.InvalidParameter("productId or otherId is no product id; expected 1..128 characters, none of them a control character.");
        }
        try
        {
            return new WhyNotResult(await reader.ExplainAsync(id, anchor, other, cancellationToken));
        }
        catch (InvalidShopSettingsException error)
        {
            return Problems.Conflict(error.Message);
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
