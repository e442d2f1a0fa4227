using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Takes every event file that is dropped into <c>events/{shop}/...</c> into the lake.</summary>
public sealed class IngestEvents(EventIntake intake, ILogger<IngestEvents> log)
{
    [Function(nameof(IngestEvents))]
    public async Task RunAsync(
        [BlobTrigger("events/{name}", Connection = "ShopStorage", Source = BlobTriggerSource.EventGrid)] Stream content,
        string name,
        CancellationToken cancellationToken)
    {
        // The room opens the blob by its name, twice if it must; the trigger's stream, one read only, stays shut.
        var blob = new BlobName(BlobLayout.Events, name);
        if (!blob.IsValid)
        {
            FunctionLog.UnusableName(log, nameof(IngestEvents), blob);
            return;
        }
        var report = await intake.IngestAsync(blob, cancellationToken);
        FunctionLog.TakenIn(log, blob, report.Status, report.RecordsRead, report.Accepted, report.Rejected.Values.Sum(), report.Duplicates);
        FunctionLog.Warn(log, blob, report.Warnings);
    }
}
