using BundleFunctions.Associations;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.Http.Administration;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions.Administration;

/// <summary><c>GET /v1/{shop}/models</c>, for admin keys: every model, how good it was, and what became of it.</summary>
public sealed class ListModels(ApiKeyRing keys, ModelRegistry models)
{
    [Function(nameof(ListModels))]
    [ApiOperation(
        "Every model and what became of it",
        Audience = ApiAudience.Admin,
        Parameters = ["limit", "cursor"],
        Answer = typeof(ModelList),
        Problems = [409])]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/models")] HttpRequest request,
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
                try
                {
                    var all = await models.ListAsync(caller.Shop, cancellationToken);
                    var list = new ModelList([.. page.Of(all).Select(ModelRow.Of)], page.Next(all.Count));
                    return new AdminResult<ModelList>(list, AdminJson.Default.ModelList);
                }
                catch (InvalidModelException fault)
                {
                    return Problems.Conflict(fault.Message);
                }
            },
            cancellationToken);
}
