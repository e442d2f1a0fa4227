using System.Globalization;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;

namespace BundleFunctions.Intake;

/// <summary>One try at one version of one event file.</summary>
internal sealed class EventIntakeRun(
    IBlobStore blobs, Ledger ledger, ShopId shop, BlobEntry blob, EventRules rules, ShopSettings settings)
{
    private readonly string _rulesOfHold =
        string.Create(CultureInfo.InvariantCulture, $"{rules.Name} maxRejectShare={settings.MaxRejectShare:R}");

    /// <summary>The report where this version needs no second look; null where it has to be read.</summary>
    public async Task<IntakeReport?> FindEarlierAsync(CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(shop, blob, _rulesOfHold, cancellationToken) is { } entry)
        {
            return IntakeReports.OfEarlier(blob.Name, entry);
        }

        return rules.UnknownMap is null
            ? null
            : await RememberAsync(
                IntakeReports.OfRefusedFile(
                    blob.Name,
                    RejectCodes.UnknownImportMap,
                    $"Expected eventMap in the shop's settings to be one of {string.Join(", ", Maps.ImportMaps.Names)}; found {rules.UnknownMap}."),
                cancellationToken);
    }

    /// <summary>The report where the same content came in before, under whatever name; null where it is new.</summary>
    public async Task<IntakeReport?> FindSameContentAsync(string contentKey, CancellationToken cancellationToken)
    {
        var commit = await blobs.ReadJsonAsync(LakePaths.Commit(shop, contentKey), LakeJson.Default.LakeCommit, cancellationToken);
        return commit is null
            ? null
            : await RememberAsync(IntakeReports.OfCommitted(blob.Name, commit.Value.Value), cancellationToken);
    }

    /// <summary>Reads the file and, unless it is held or refused, commits it.</summary>
    public async Task<IntakeReport> ImportAsync(
        BlobContent content, string contentKey, EventFileReader reader, CancellationToken cancellationToken)
    {
        var lake = new LakeWriter(blobs, shop, contentKey);
        var rejects = new RejectsWriter(blobs, shop, BlobLayout.Events, contentKey);
        var people = await PeopleFilter.ReadErasedAsync(blobs, shop, cancellationToken);
        var import = new EventImport(blob.Name.ToString(), lake, rejects, people);
        try
        {
            await using var text = await RawText.OpenAsync(content.Content, cancellationToken);
            await reader.ReadAsync(text, import, people, cancellationToken);
        }
        catch (RawFileException e)
        {
            await lake.AbandonAsync(cancellationToken);
            var alone = new RejectsWriter(blobs, shop, BlobLayout.Events, contentKey);
            await alone.AddAsync(new Rejection(blob.Name.ToString(), e.Line, null, e.Code, e.Message, null), cancellationToken);
            await alone.FlushAsync(cancellationToken);
            return await RememberAsync(IntakeReports.OfRefusedFile(blob.Name, e.Code, e.Message), cancellationToken);
        }

        await rejects.FlushAsync(cancellationToken);
        if (import.RecordsRead == 0)
        {
            return await RememberAsync(
                new IntakeReport { Blob = blob.Name, Status = IntakeStatus.Empty, Warnings = ["The file has no records."] }, cancellationToken);
        }

        // Events of persons who were erased are left out on purpose: they say nothing against the file.
        var bad = rejects.Total - rejects.Counts.GetValueOrDefault(RejectCodes.ErasedPerson);
        if (import.RecordsRead >= IntakeLimits.HoldFromRecords && bad > settings.MaxRejectShare * import.RecordsRead)
        {
            await lake.AbandonAsync(cancellationToken);
            return await RememberAsync(HeldReport(import, rejects), cancellationToken);
        }

        return await CommitAsync(contentKey, import, rejects, await lake.FinishAsync(cancellationToken), cancellationToken);
    }

    private async Task<IntakeReport> CommitAsync(
        string contentKey, EventImport import, RejectsWriter rejects, IReadOnlyList<LakePart> parts, CancellationToken cancellationToken)
    {
        var commit = new LakeCommit(
            contentKey, blob.Name.ToString(), import.RecordsRead, import.Accepted, import.Duplicates, rejects.Counts, import.UnknownFields, parts);
        var written = await blobs.WriteJsonAsync(
            LakePaths.Commit(shop, contentKey), commit, LakeJson.Default.LakeCommit, BlobCondition.Absent, cancellationToken);

        // Where somebody else committed the same content meanwhile, theirs counts.
        var report = written is null
            ? IntakeReports.OfCommitted(blob.Name, commit)
            : new IntakeReport
            {
                Blob = blob.Name,
                Status = IntakeStatus.Ingested,
                RecordsRead = import.RecordsRead,
                Accepted = import.Accepted,
                Rejected = rejects.Counts,
                Duplicates = import.Duplicates,
                UnknownFields = import.UnknownFields,
                Parts = parts.Count,
                Warnings = Warnings(import),
            };
        return await RememberAsync(report, cancellationToken);
    }

    private IntakeReport HeldReport(EventImport import, RejectsWriter rejects)
    {
        var counts = new SortedDictionary<string, long>(rejects.Counts, StringComparer.Ordinal);
        counts[RejectCodes.HeldWithFile] = import.Accepted;
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{rejects.Total} of {import.RecordsRead} records are bad, more than the share of {settings.MaxRejectShare} that the shop allows.");
        return new IntakeReport
        {
            Blob = blob.Name,
            Status = IntakeStatus.Held,
            RecordsRead = import.RecordsRead,
            Rejected = counts,
            Duplicates = import.Duplicates,
            UnknownFields = import.UnknownFields,
            Warnings = [message],
        };
    }

    private static IReadOnlyList<string> Warnings(EventImport import)
    {
        var warnings = new List<string>();
        if (import.UnknownFields > 0)
        {
            warnings.Add($"{import.UnknownFields} fields are none of ours and were left out.");
        }

        if (import.IsMemoryFull)
        {
            warnings.Add("The file has more event ids than are remembered; some duplicates were counted as accepted.");
        }

        return warnings;
    }

    private async Task<IntakeReport> RememberAsync(IntakeReport report, CancellationToken cancellationToken)
    {
        var entry = new LedgerEntry(
            blob.Name.ToString(),
            blob.ETag,
            report.Status,
            report.RecordsRead,
            new SortedDictionary<string, long>(report.Rejected.ToDictionary(), StringComparer.Ordinal),
            _rulesOfHold,
            report.Warnings.Count == 0 ? null : report.Warnings[0]);
        await ledger.WriteAsync(shop, blob, entry, cancellationToken);
        return report;
    }
}
