using BundleFunctions.LocalHost.Tests.Harness;
using Microsoft.Azure.Functions.Worker;

namespace BundleFunctions.LocalHost.Tests.Samples;

internal sealed class BlobSamples(Journal journal)
{
    [Function("Ingest")]
    public async Task Ingest([BlobTrigger("events/{name}")] Stream blob, string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(blob);
        await journal.WriteAsync($"{name}={await reader.ReadToEndAsync(cancellationToken)}", cancellationToken);
    }

    [Function("Publish")]
    public Task Publish(
        [BlobTrigger("models/{shop}/{model}/manifest.json")] Stream manifest, string shop, string model, CancellationToken cancellationToken)
    {
        manifest.CanRead.ShouldBeTrue();
        return journal.WriteAsync($"publish {shop} {model}", cancellationToken);
    }
}
