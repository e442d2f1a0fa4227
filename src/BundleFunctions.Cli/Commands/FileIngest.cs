using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace BundleFunctions.Cli.Commands;

/// <summary>Drops files one by one and takes each in, with progress, rate and time left by bytes.</summary>
internal sealed class FileIngest(IServiceProvider services, ConsoleLines lines)
{
    private readonly IBlobStore _blobs = services.GetRequiredService<IBlobStore>();
    private readonly EventIntake _events = services.GetRequiredService<EventIntake>();
    private readonly CatalogueIntake _catalogue = services.GetRequiredService<CatalogueIntake>();

    /// <returns>0 where every file was taken in, 3 where some were not.</returns>
    public async Task<int> RunAsync(IReadOnlyList<IngestFile> files, CancellationToken cancellationToken)
    {
        var totalBytes = files.Sum(file => file.File.Length);
        var (bytes, accepted, duplicates, rejected, left) = (0L, 0L, 0L, 0L, 0);
        lines.Step($"{files.Count:N0} files, {totalBytes / 1e6:F1} MB");
        for (var i = 0; i < files.Count; i++)
        {
            var outcome = await IngestAsync(files[i], cancellationToken);
            bytes += files[i].File.Length;
            accepted += outcome.Accepted;
            duplicates += outcome.Duplicates;
            rejected += outcome.Rejected.Values.Sum();
            if (outcome.Status is not (IntakeStatus.Ingested or IntakeStatus.AlreadyIngested or IntakeStatus.Empty))
            {
                left++;
            }

            Explain(files[i], outcome);
            var (done, sum, count) = (i + 1, bytes, accepted);
            lines.Progress(() => Progress(done, files.Count, sum, totalBytes, count));
        }

        lines.Step($"{accepted:N0} records accepted, {duplicates:N0} were there before, {rejected:N0} rejected; {left:N0} of {files.Count:N0} files not taken in");
        return left == 0 ? ExitCodes.Done : ExitCodes.PartlyDone;
    }

    private async Task<Outcome> IngestAsync(IngestFile file, CancellationToken cancellationToken)
    {
        await using (var content = file.File.OpenRead())
        {
            await _blobs.PutAsync(file.Blob, content, BlobCondition.None, cancellationToken);
        }

        if (string.Equals(file.Blob.Container, BlobLayout.Catalogue, StringComparison.Ordinal))
        {
            var products = await _catalogue.IngestAsync(file.Blob, cancellationToken);
            return new Outcome(products.Status, products.Accepted, products.Duplicates, products.Rejected, products.Warnings);
        }

        var events = await _events.IngestAsync(file.Blob, new IntakeWork(Environment.ProcessorCount), cancellationToken);
        return new Outcome(events.Status, events.Accepted, events.Duplicates, events.Rejected, events.Warnings);
    }

    private void Explain(IngestFile file, Outcome outcome)
    {
        if (outcome.Rejected.Count > 0)
        {
            lines.Step($"{file.Blob} is {outcome.Status}; rejected: {string.Join(", ", outcome.Rejected.Select(code => $"{code.Key} {code.Value}"))}");
        }

        foreach (var warning in outcome.Warnings)
        {
            lines.Step($"{file.Blob}: {warning}");
        }
    }

    private FormattableString Progress(int files, int allFiles, long bytes, long allBytes, long records)
    {
        var seconds = Math.Max(lines.Elapsed.TotalSeconds, 0.001);
        var left = bytes == 0 ? 0 : seconds * (allBytes - bytes) / bytes;
        return $"{files:N0} of {allFiles:N0} files, {records:N0} records, {records / seconds:N0} a second, about {left:N0} s left";
    }

    private sealed record Outcome(
        IntakeStatus Status, long Accepted, long Duplicates, IReadOnlyDictionary<string, long> Rejected, IReadOnlyList<string> Warnings);
}
