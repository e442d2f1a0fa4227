using BundleFunctions.LocalHost.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Tests.Samples;

internal sealed class HttpSamples(Journal journal)
{
    [Function("GetThing")]
    public Task<IResult> GetThing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/{shop}/things/{id}")] HttpRequest request,
        string shop,
        int id,
        CancellationToken cancellationToken) =>
        Task.FromResult(Results.Text($"{shop}:{id}:{request.Query["q"]}:{cancellationToken.CanBeCanceled}"));

    [Function("PostThing")]
    public async Task<IResult> PostThing([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/things")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return Results.Text(await reader.ReadToEndAsync());
    }

    [Function("Break")]
    public async Task<IResult> Break([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellationToken)
    {
        await journal.WriteAsync(request.Path, cancellationToken);
        throw new InvalidOperationException("a secret that no caller may see");
    }

    [Function("Slow")]
    public async Task<IResult> Slow([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellationToken)
    {
        await journal.WriteAsync(request.Method, cancellationToken);
        return Results.Text("done");
    }
}
