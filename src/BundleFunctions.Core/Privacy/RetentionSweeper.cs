using BundleFunctions.Associations;
using BundleFunctions.Audit;
using BundleFunctions.Identity;
using BundleFunctions.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Deletes data that are older than the shop keeps them. Safe to end at any moment and to run again.</summary>
public sealed class RetentionSweeper(
    IBlobStore blobs, IDocumentStore documents, ShopDirectory shops, AuditLog audit, TimeProvider clock, PublishingOptions publishing)
{
    // A file of an old day that no commit names may be one that is being taken in right now.
    private static readonly TimeSpan IntakeTime = TimeSpan.FromDays(1);

    /// <summary>Looks through a shop once.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="dryRun">Whether to count only.</param>
    /// <param name="by">Where it came from, for the audit log.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <exception cref="StoreException">A store failed; run again.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public async Task<RetentionReport> SweepAsync(ShopId shop, bool dryRun, string by, CancellationToken cancellationToken)
    {
        var keep = (await shops.GetSettingsAsync(shop, cancellationToken)).Retention;
        (string Kind, int? Days, Func<OldFiles, DateTimeOffset, Task> Delete)[] kinds =
        [
            ("raw", keep.RawDays, (old, before) => RawAsync(shop, old, before, cancellationToken)),
            ("lake", keep.LakeDays, (old, before) => LakeAsync(shop, old, before, dryRun, cancellationToken)),
            ("rejects", keep.RejectsDays, (old, before) => old.DeleteAsync(BlobLayout.Rejects, $"{shop}/", before, _ => true, cancellationToken)),
            ("jobs", keep.JobsDays, (old, before) => old.DeleteAsync(BlobLayout.Jobs, $"{shop}/runs/", before, _ => true, cancellationToken)),
            ("generations", keep.GenerationsDays, (old, before) => GenerationsAsync(shop, old, before, dryRun, cancellationToken)),
            ("models", keep.ModelsDays, (old, before) => ModelsAsync(shop, old, before, cancellationToken)),
        ];
        var counts = new List<RetentionCount>();
        foreach (var (kind, days, delete) in kinds)
        {
            var old = new OldFiles(blobs, dryRun);
            if (days is { } kept)
            {
                await delete(old, clock.GetUtcNow() - TimeSpan.FromDays(kept));
            }

            counts.Add(old.Count(kind, days));
        }

        if (!dryRun && counts.Exists(count => count.Files > 0))
        {
            var detail = string.Join(", ", counts.Where(count => count.Files > 0).Select(count => $"{count.Files} {count.Kind}"));
            await new PersonAct([], $"Deleted files: {detail}.").WriteAsync(audit, shop, clock.GetUtcNow(), by, "retention", cancellationToken);
        }

        return new RetentionReport(shop, dryRun, counts);
    }

    // What was not taken in yet is nobody's to delete.
    private async Task RawAsync(ShopId shop, OldFiles old, DateTimeOffset before, CancellationToken cancellationToken)
    {
        foreach (var container in new[] { BlobLayout.Events, BlobLayout.Catalogue })
        {
            var done = await new Ledger(blobs, container).ListDoneAsync(shop, cancellationToken);
            await old.DeleteAsync(container, $"{shop}/", before, entry => done.Contains(Ledger.Key(entry)), cancellationToken);
        }
    }

    private async Task LakeAsync(ShopId shop, OldFiles old, DateTimeOffset before, bool dryRun, CancellationToken cancellationToken)
    {
        var first = LakePaths.Day(before);
        var named = new HashSet<string>(StringComparer.Ordinal);
        var commits = await blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(shop), cancellationToken).ToListAsync(cancellationToken);
        foreach (var entry in commits)
        {
            if (await blobs.ReadJsonAsync(entry.Name, LakeJson.Default.LakeCommit, cancellationToken) is not var (commit, etag))
            {
                continue;
            }

            LakePart[] kept = [.. commit.Parts.Where(part => string.CompareOrdinal(part.Day, first) >= 0)];
            var isCut = kept.Length < commit.Parts.Count
                && (dryRun || await blobs.WriteJsonAsync(
                    entry.Name, commit with { Parts = kept }, LakeJson.Default.LakeCommit, BlobCondition.Matches(etag), cancellationToken) is not null);
            named.UnionWith((isCut ? kept : commit.Parts).Select(part => part.Path));
        }

        // By then all events under older names are gone, so nobody needs to know whose these were.
        await old.DeleteAsync(BlobLayout.Ledger, AliasFiles.Prefix(shop), before, _ => true, cancellationToken);

        var days = await new LakeDays(blobs, shop).ReadAsync(cancellationToken);
        named.UnionWith(days.Values.SelectMany(pair => pair.Day.Parts).Select(part => part.Path));
        foreach (var (day, etag) in days.Values.Where(pair =>
            string.CompareOrdinal(pair.Day.Day, first) < 0 && !pair.Day.Replaces.Any(named.Contains)))
        {
            // After the commits: those that were not cut would name again what was merged.
            if (dryRun || await blobs.DeleteAsync(LakePaths.DayBlob(shop, day.Day), etag, cancellationToken))
            {
                named.ExceptWith(day.Parts.Select(part => part.Path));
            }
        }

        // Files go after what named them; those that a stopped run left over go with them.
        var settled = clock.GetUtcNow() - IntakeTime;
        await old.DeleteAsync(
            BlobLayout.Lake,
            $"{shop}/",
            settled,
            entry => !named.Contains(entry.Name.Path) && string.CompareOrdinal(DayOf(shop, entry), first) < 0,
            cancellationToken);
    }

    private static string DayOf(ShopId shop, BlobEntry entry)
    {
        var start = $"{shop}/day=".Length;
        return entry.Name.Path.Length >= start + 10 ? entry.Name.Path.Substring(start, 10) : "9999";
    }

    private async Task GenerationsAsync(ShopId shop, OldFiles old, DateTimeOffset before, bool dryRun, CancellationToken cancellationToken)
    {
        var pointer = await PointerCopy.ReadAsync(blobs, shop, cancellationToken);
        var retry = new TransientRetry(publishing, clock);
        var cleaner = new GenerationCleaner(blobs, documents, new SnapshotReader(blobs), retry, publishing);
        foreach (var folder in await FoldersAsync(BlobLayout.Generations, shop, cancellationToken))
        {
            if (!GenerationId.TryParse(folder.Key, out var generation)
                || generation == pointer?.Current
                || generation == pointer?.Previous
                || folder.Any(entry => entry.LastModified >= before))
            {
                continue;
            }

            // Documents first, by the snapshot that names them.
            if (!dryRun && folder.Any(entry => entry.Name == GenerationFiles.Bundles(shop, generation)))
            {
                await cleaner.DeleteDocumentsAsync(shop, generation, cancellationToken);
            }

            await DeleteAsync(folder, old, cancellationToken);
        }
    }

    private async Task ModelsAsync(ShopId shop, OldFiles old, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var pointer = await PointerCopy.ReadAsync(blobs, shop, cancellationToken);
        var generations = (await FoldersAsync(BlobLayout.Generations, shop, cancellationToken)).Select(folder => folder.Key).ToHashSet(StringComparer.Ordinal);
        var inUse = (pointer?.History ?? []).Where(info => generations.Contains(info.Generation.Value)).Select(info => info.ModelId.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (await new ModelReader(blobs).FindNewestAsync(shop, cancellationToken) is { } newest)
        {
            inUse.Add(newest.ModelId.Value);
        }

        foreach (var folder in await FoldersAsync(BlobLayout.Models, shop, cancellationToken))
        {
            if (!inUse.Contains(folder.Key) && !folder.Any(entry => entry.LastModified >= before))
            {
                await DeleteAsync(folder, old, cancellationToken);
            }
        }
    }

    /// <summary>The manifest first: a folder without one is no model and no generation.</summary>
    private static async Task DeleteAsync(IEnumerable<BlobEntry> folder, OldFiles old, CancellationToken cancellationToken)
    {
        foreach (var entry in folder.OrderByDescending(entry => entry.Name.Path.EndsWith($"/{ModelFiles.Manifest}", StringComparison.Ordinal)))
        {
            await old.DeleteAsync(entry, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<IGrouping<string, BlobEntry>>> FoldersAsync(string container, ShopId shop, CancellationToken cancellationToken)
    {
        var entries = await blobs.ListAsync(container, $"{shop}/", cancellationToken).ToListAsync(cancellationToken);
        return [.. entries.Where(entry => entry.Name.Path.Count(letter => letter == '/') == 2).GroupBy(entry => entry.Name.Path.Split('/')[1], StringComparer.Ordinal)];
    }
}
