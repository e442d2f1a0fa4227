using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Writes the reports that lie beside the refused lines.</summary>
internal sealed class BlobReports(IBlobStore blobs, ShopId shop, string kind)
{
    public Task WriteAsync(BlobReport report, CancellationToken cancellationToken) => blobs.WriteJsonAsync(
        new BlobName(BlobLayout.Rejects, $"{shop}/{kind}/{report.Content}.report.json"), report, IntakeJson.Lines.BlobReport, BlobCondition.None, cancellationToken);
}
