using BundleFunctions.Functions.Http;
using BundleFunctions.Functions.OpenApi;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.Functions;

/// <summary><c>POST /v1/{shop}/privacy/erasures</c>, for admin keys: a person is to be forgotten; the privacy timer does it.</summary>
public sealed class PostErasure(ApiKeyRing keys, PersonEraser eraser)
{
    [Function(nameof(PostErasure))]
    [ApiOperation(
        "Forgets a person in every store",
        Audience = ApiAudience.Admin,
        Body = typeof(PersonBody),
        Status = 202,
        Answer = typeof(ErasureAnswer), OtherAnswer = typeof(ErasureAnswer))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/{shop}/privacy/erasures")] HttpRequest request,
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
            var erasure = await eraser.RequestAsync(id, person!.Identifiers, PersonReader.RawFilesOf(person), "api", cancellationToken);
            return new ErasureResult(new ErasureStatus(erasure, IsDone: false, null));
        }
        catch (StoreException)
        {
            return Problems.StoreUnavailable();
        }
    }
}
