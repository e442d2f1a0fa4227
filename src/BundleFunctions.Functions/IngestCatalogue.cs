using BundleFunctions.Catalogue;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.Functions;

/// <summary>Takes every product file that is dropped into <c>catalogue/{shop}/...</c> into the shop's snapshot.</summary>
public sealed class IngestCatalogue(CatalogueIntake intake, ILogger<IngestCatalogue> log)
{
    [Function(nameof(IngestCatalogue))]
    public async Task RunAsync(
        [BlobTrigger("catalogue/{name}", Connection = "ShopStorage", Source = BlobTriggerSource.EventGrid)] Stream content,
        string name,
        CancellationToken cancellationToken)
    {
        var blob = new BlobName(BlobLayout.Catalogue, name);
        if (!blob.IsValid)
        {
            FunctionLog.UnusableName(log, nameof(IngestCatalogue), blob);
            return;
        }
        var report = await intake.IngestAsync(blob, cancellationToken);
        FunctionLog.TakenIn(log, blob, report.Status, report.RecordsRead, report.Accepted, report.Rejected.Values.Sum(), report.Duplicates);
        FunctionLog.Warn(log, blob, report.Warnings);
    }
}
