using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>Writes and reads the reports that lie beside the refused lines.</summary>
internal sealed class BlobReports(IBlobStore blobs, ShopId shop, string kind)
{
    /// <summary>How the names of reports end.</summary>
    public const string Suffix = ".report.json";

    public Task WriteAsync(BlobReport report, CancellationToken cancellationToken) => blobs.WriteJsonAsync(
        Name(report.Content), report, IntakeJson.Lines.BlobReport, BlobCondition.None, cancellationToken);

    /// <summary>The report of a content; null where there is none, or it was deleted with the refused lines.</summary>
    public async Task<BlobReport?> ReadAsync(string content, CancellationToken cancellationToken) =>
        (await blobs.ReadJsonAsync(Name(content), IntakeJson.Lines.BlobReport, cancellationToken))?.Value;

    private BlobName Name(string content) => new(BlobLayout.Rejects, $"{shop}/{kind}/{content}{Suffix}");
}
