using System.Globalization;
using BundleFunctions.Identity;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
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

        return rules.Fault is { } fault
            ? await RememberAsync(IntakeReports.OfRefusedFile(blob.Name, fault.Code, fault.Reason), cancellationToken)
            : null;
    }

    /// <summary>The report where the same content came in before, under whatever name; null where it is new.</summary>
    public async Task<IntakeReport?> FindSameContentAsync(string contentKey, CancellationToken cancellationToken)
    {
        var commit = await blobs.ReadJsonAsync(LakePaths.Commit(shop, contentKey), LakeJson.Default.LakeCommit, cancellationToken);
        return commit is null
            ? null
            : await RememberAsync(IntakeReports.OfCommitted(blob.Name, commit.Value.Value), cancellationToken);
    }

    /// <summary>Reads the file and, unless it is held or refused, commits it. <paramref name="aliases"/> are filled while it is read.</summary>
    public async Task<IntakeReport> ImportAsync(
        BlobContent content, string contentKey, EventFileReader reader, PseudonymAliases aliases, CancellationToken cancellationToken)
    {
        var lake = new LakeWriter(blobs, shop, contentKey);
        var rejects = new RejectsWriter(blobs, shop, BlobLayout.Events, contentKey);
        var counter = new EventCounter(blob.LastModified);
        var people = (await PeopleFilter.ReadErasedAsync(blobs, shop, cancellationToken)).Knowing(aliases);
        var import = new EventImport(blob.Name.ToString(), lake, rejects, counter, people);
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
            var refused = IntakeReports.OfRefusedFile(blob.Name, e.Code, e.Message) with { Samples = alone.Samples };
            await TellAsync(contentKey, refused, alone, null, cancellationToken);
            return await RememberAsync(refused, cancellationToken);
        }

        await rejects.FlushAsync(cancellationToken);
        if (import.RecordsRead == 0)
        {
            return await RememberAsync(
                new IntakeReport { Blob = blob.Name, Status = IntakeStatus.Empty, Warnings = ["The file has no records."] }, cancellationToken);
        }

        // Events of persons who were erased, and records that a map leaves out, say nothing against the file.
        var bad = rejects.Total - rejects.Counts.GetValueOrDefault(RejectCodes.ErasedPerson);
        var counted = import.RecordsRead - rejects.LeftOut;
        if (counted >= IntakeLimits.HoldFromRecords && bad > settings.MaxRejectShare * counted)
        {
            await lake.AbandonAsync(cancellationToken);
            var held = HeldReport(import, rejects);
            await TellAsync(contentKey, held, rejects, null, cancellationToken);
            return await RememberAsync(held, cancellationToken);
        }

        // Before the events count: nobody may read them who does not know whose they are.
        await AliasFiles.WriteAsync(blobs, shop, contentKey, aliases, cancellationToken);
        return await CommitAsync(contentKey, import, rejects, counter.ToCounts(), await lake.FinishAsync(cancellationToken), cancellationToken);
    }

    private async Task<IntakeReport> CommitAsync(
        string contentKey,
        EventImport import,
        RejectsWriter rejects,
        EventCounts counts,
        IReadOnlyList<LakePart> parts,
        CancellationToken cancellationToken)
    {
        var ingested = new IntakeReport
        {
            Blob = blob.Name,
            Status = IntakeStatus.Ingested,
            RecordsRead = import.RecordsRead,
            Accepted = import.Accepted,
            Rejected = rejects.Counts,
            Duplicates = import.Duplicates,
            UnknownFields = import.UnknownFields,
            Parts = parts.Count,
            Samples = rejects.Samples,
            Warnings = Warnings(import),
        };
        await TellAsync(contentKey, ingested, rejects, counts, cancellationToken);
        var commit = new LakeCommit(
            contentKey, blob.Name.ToString(), import.RecordsRead, import.Accepted, import.Duplicates, rejects.Counts, import.UnknownFields, parts, counts);
        var written = await blobs.WriteJsonAsync(
            LakePaths.Commit(shop, contentKey), commit, LakeJson.Default.LakeCommit, BlobCondition.Absent, cancellationToken);

        // Where somebody else committed the same content meanwhile, theirs counts.
        return await RememberAsync(written is null ? IntakeReports.OfCommitted(blob.Name, commit) : ingested, cancellationToken);
    }

    // Written before the commit, so that whatever counts has its report.
    private Task TellAsync(string contentKey, IntakeReport report, RejectsWriter rejects, EventCounts? counts, CancellationToken cancellationToken) =>
        new BlobReports(blobs, shop, BlobLayout.Events).WriteAsync(
            new BlobReport(
                blob.Name.ToString(),
                contentKey,
                report.Status,
                report.RecordsRead,
                report.Accepted,
                report.Duplicates,
                report.Rejected,
                report.UnknownFields,
                rejects.Samples,
                counts,
                report.Warnings),
            cancellationToken);

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
            Samples = rejects.Samples,
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
