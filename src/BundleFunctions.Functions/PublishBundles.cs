using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Publishes a model as soon as it is whole: its manifest is written last.</summary>
public sealed partial class PublishBundles(GenerationPublisher publisher, ILogger<PublishBundles> log)
{
    [Function(nameof(PublishBundles))]
    public async Task RunAsync(
        [BlobTrigger("models/{shop}/{model}/manifest.json", Connection = "ShopStorage", Source = BlobTriggerSource.EventGrid)] Stream manifest,
        string shop,
        string model,
        CancellationToken cancellationToken)
    {
        if (!ShopId.TryParse(shop, out var shopId) || !ModelId.TryParse(model, out var modelId))
        {
            FunctionLog.UnusableName(log, nameof(PublishBundles), new BlobName(BlobLayout.Models, $"{shop}/{model}/manifest.json"));
            return;
        }
        var report = await publisher.PublishAsync(BlobLayout.ModelManifest(shopId, modelId), cancellationToken);
        var level = report.Outcome == PublishOutcome.Refused ? LogLevel.Error : LogLevel.Information;
        Ended(log, level, report.Blob, report.Outcome, report.Manifest?.Generation, report.DocumentsWritten, report.Reason, report.CleanUpFault);
    }

    [LoggerMessage(
        Message = "{Blob}: {Outcome}; generation {Generation}, {DocumentsWritten} documents; {Reason} {CleanUpFault}")]
    private static partial void Ended(
        ILogger log,
        LogLevel level,
        string blob,
        PublishOutcome outcome,
        GenerationId? generation,
        int documentsWritten,
        string? reason,
        string? cleanUpFault);
}
