using BundleFunctions.Functions.Gate;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Shops;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>OPTIONS /v1/{shop}/...</c>: tells a browser whether the asking page may call the shop's routes.</summary>
public sealed class Preflight(ShopOrigins origins)
{
    [Function(nameof(Preflight))]
    [ApiOperation("Whether a page may call this shop's routes", Audience = ApiAudience.Everybody, Status = 204)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "v1/{shop}/{*path}")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        if (ShopId.TryParse(shop, out var id))
        {
            await CorsHeaders.SetAsync(request.HttpContext, origins, id, cancellationToken);
        }
        return new PreflightResult();
    }
}
