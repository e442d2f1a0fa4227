using BundleFunctions.Functions.Gate;
using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>GET /openapi.json</c>: this API, described for programs.</summary>
public sealed class GetOpenApi
{
    private static readonly Lazy<RenderedAnswer> Document = new(() => AnswerRenderer.Render(OpenApiDocument.Make(typeof(GetOpenApi).Assembly)));

    [Function(nameof(GetOpenApi))]
    [ApiOperation("This API, described for programs", Audience = ApiAudience.Everybody, HasETag = true)]
    public Task<IResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request)
    {
        SecurityHeaders.Set(request.HttpContext);
        return Task.FromResult<IResult>(new AnswerResult(Document.Value));
    }
}
