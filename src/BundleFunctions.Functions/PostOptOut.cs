using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/privacy/opt-outs</c>, for admin keys: a person does not want to be known, or wants to again.</summary>
public sealed class PostOptOut(ApiKeyRing keys, OptOutDesk desk)
{
    [Function(nameof(PostOptOut))]
    [ApiOperation("Who does not want to be known", Audience = ApiAudience.Admin, Body = typeof(PersonBody), Answer = typeof(OptOutAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/privacy/opt-outs")] HttpRequest request,
        string shop,
        CancellationToken cancellationToken)
    {
        var (id, problem) = await ApiKeyCheck.AuthorizeAsync(keys, request, shop, ApiRole.Admin, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        (var person, problem) = await PersonReader.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }
        try
        {
            var optedOut = person!.OptedOut ?? true;
            return new OptOutResult(new OptOutAnswer(optedOut, await desk.SetAsync(id, person.Identifiers, optedOut, "api", cancellationToken)));
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
