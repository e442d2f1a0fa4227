using BundleFunctions.Intake;
using BundleFunctions.Shops;

namespace BundleFunctions.Cli.Commands;

/// <summary>Goes through files one by one, with progress, rate and time left by bytes.</summary>
internal abstract class FileIngest(ConsoleLines lines)
{
    private long _done;
    private long _reading;

    /// <summary>Says at the end what was done.</summary>
    protected abstract string Done { get; }

    /// <summary>Takes an import map for the files.</summary>
    public abstract Task UseMapAsync(ShopId shop, bool events, string name, ReadOnlyMemory<byte>? own, CancellationToken cancellationToken);

    /// <returns>0 where every file was taken in, 3 where some were not.</returns>
    public async Task<int> RunAsync(IReadOnlyList<IngestFile> files, CancellationToken cancellationToken)
    {
        var totalBytes = files.Sum(file => file.File.Length);
        var (records, accepted, duplicates, rejected, left) = (0L, 0L, 0L, 0L, 0);
        lines.Step($"{files.Count:N0} files, {totalBytes / 1e6:F1} MB");
        for (var i = 0; i < files.Count; i++)
        {
            var (file, number, known) = (files[i], i, records);
            var passes = IsCatalogue(file) ? 1 : 2;
            _reading = 0;
            var outcome = await IngestAsync(
                file,
                read =>
                {
                    var bytes = Interlocked.Add(ref _reading, read) / passes;
                    lines.Progress(() => Progress(number, files.Count, _done + Math.Min(bytes, file.File.Length), totalBytes, known));
                },
                cancellationToken);
            _done += file.File.Length;
            records += outcome.RecordsRead;
            accepted += outcome.Accepted;
            duplicates += outcome.Duplicates;
            rejected += outcome.Rejected.Values.Sum();
            if (outcome.Status is not (IntakeStatus.Ingested or IntakeStatus.AlreadyIngested or IntakeStatus.Empty))
            {
                left++;
            }

            Explain(file, outcome);
            var (bytesDone, recordsDone) = (_done, records);
            lines.Progress(() => Progress(number + 1, files.Count, bytesDone, totalBytes, recordsDone));
        }

        lines.Step($"{Done}{accepted:N0} records accepted, {duplicates:N0} were there before, {rejected:N0} rejected; {left:N0} of {files.Count:N0} files not taken in");
        return left == 0 ? ExitCodes.Done : ExitCodes.PartlyDone;
    }

    /// <summary>Takes one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="read">Is told of bytes read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    protected abstract Task<IngestOutcome> IngestAsync(IngestFile file, Action<int> read, CancellationToken cancellationToken);

    protected static bool IsCatalogue(IngestFile file) => string.Equals(file.Blob.Container, BlobLayout.Catalogue, StringComparison.Ordinal);

    private void Explain(IngestFile file, IngestOutcome outcome)
    {
        if (outcome.Rejected.Count > 0)
        {
            lines.Step($"{file.Blob} is {outcome.Status}; rejected: {string.Join(", ", outcome.Rejected.Select(code => $"{code.Key} {code.Value}"))}");
        }

        foreach (var sample in outcome.Samples.SelectMany(code => code.Value))
        {
            lines.Say($"             line {sample.Line}, {sample.Field ?? "record"}: {sample.Code}. {sample.Reason}{(sample.Found is null ? "" : $" Found {sample.Found}.")}");
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
        return $"{files:N0} of {allFiles:N0} files, {bytes / 1e6:F1} of {allBytes / 1e6:F1} MB, {bytes / 1e6 / seconds:F1} MB/s, {records:N0} records, about {left:N0} s left";
    }
}
