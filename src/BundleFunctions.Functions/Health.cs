using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /health</c>: 200 while answers can be given, 503 where a store cannot be reached. It asks for no key, so it names no shop.</summary>
public sealed class Health(ServiceHealth health)
{
    [Function(nameof(Health))]
    [ApiOperation("Whether answers can be given", Audience = ApiAudience.Everybody, Answer = typeof(HealthSummary), Problems = [503])]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request, CancellationToken cancellationToken) =>
        new HealthResult(await health.CheckAsync(cancellationToken));
}
