using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/privacy/exports</c>, for admin keys: what is kept of a person, one JSON object a line.</summary>
public sealed class PostExport(ApiKeyRing keys, PersonExporter exporter)
{
    [Function(nameof(PostExport))]
    [ApiOperation("One person's data", Audience = ApiAudience.Admin, Body = typeof(PersonBody), AnswerType = "application/x-ndjson")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/privacy/exports")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        (var person, problem) = await PersonReader.ReadAsync(request, cancellationToken);
        return problem is not null
            ? problem
            : new ExportResult((output, token) => exporter.ExportAsync(id, person!.Identifiers, output, "api", token));
    }
}
