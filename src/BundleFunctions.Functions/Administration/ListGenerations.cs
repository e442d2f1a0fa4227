using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>GET /v1/{shop}/generations</c>, for admin keys: what serves, what served, and what could serve again.</summary>
public sealed class ListGenerations(ApiKeyRing keys, GenerationSwitch generations)
{
    [Function(nameof(ListGenerations))]
    [ApiOperation(
        "Which generations served and could serve",
        Audience = ApiAudience.Admin,
        Parameters = ["limit", "cursor"],
        Answer = typeof(GenerationList),
        Problems = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/generations")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken) => AdminDoor.EnterAsync(
            keys,
            request,
            shop,
            async caller =>
            {
                if (!Page.TryRead(request.Query, out var page, out var problem))
                {
                    return problem;
                }
                var pointer = await generations.FindPointerAsync(caller.Shop, cancellationToken);
                var rows = new List<GenerationRow>();
                foreach (var info in page.Of(pointer?.History ?? []))
                {
                    rows.Add(GenerationRow.Of(info, pointer!, await generations.IsKeptAsync(caller.Shop, info.Generation, cancellationToken)));
                }
                var list = new GenerationList(rows, page.Next(pointer?.History.Count ?? 0));
                return new AdminResult<GenerationList>(list, AdminJson.Default.GenerationList);
            },
            cancellationToken);
}
