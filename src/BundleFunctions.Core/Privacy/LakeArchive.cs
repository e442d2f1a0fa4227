using System.Runtime.CompilerServices;
using BundleFunctions.Identity;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>A person's events in a shop's lake: found, told, taken out.</summary>
internal sealed class LakeArchive(IBlobStore blobs, ShopId shop)
{
    private const int MaxRounds = 4;

    /// <summary>Learns from the lake what else is the person's: orders and sessions of the person's events, and devices that named this
    /// user and never another one.</summary>
    public async Task LearnAsync(Person person, CancellationToken cancellationToken)
    {
        var aliases = await AliasFiles.ReadAsync(blobs, shop, cancellationToken);
        for (var round = 0; round < MaxRounds; round++)
        {
            var learned = person.Learn(aliases);
            var (owners, one) = (new DeviceOwners(), person.Ids.Order().First());
            await foreach (var shopEvent in EventsAsync(cancellationToken))
            {
                if (person.Owns(shopEvent))
                {
                    learned |= person.Learn(shopEvent);
                }

                if (shopEvent is { Visitor: { } visitor, User: { } user })
                {
                    // Several users of the same person's are one.
                    owners.Add(visitor, person.Ids.Contains(user) ? one : user, mayOwn: true);
                }
            }

            foreach (var visitor in owners.DevicesOf(one))
            {
                learned |= person.Adopt(visitor);
            }

            if (!learned)
            {
                break;
            }
        }

        person.Settle();
    }

    /// <summary>The person's events, in the order of the files.</summary>
    public IAsyncEnumerable<ShopEvent> TellAsync(Person person, CancellationToken cancellationToken) =>
        EventsAsync(cancellationToken).Where(shopEvent => IsTheirs(shopEvent, person));

    /// <summary>Takes the person's events out. Files without any keep their bytes and their names.</summary>
    /// <param name="person">Who is erased.</param>
    /// <param name="remember">Writes down which files are to be deleted, before anything stops naming them.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task<ErasureCounts> EraseAsync(Person person, Func<IReadOnlyList<string>, Task> remember, CancellationToken cancellationToken)
    {
        var plans = new List<(BlobName Name, string ETag, LakeCommit Commit)>();
        var old = new List<string>();
        var events = 0L;
        var days = await new LakeDays(blobs, shop).ReadAsync(cancellationToken);
        var merged = days.Values.SelectMany(pair => pair.Day.Replaces).ToHashSet(StringComparer.Ordinal);
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(shop), cancellationToken))
        {
            if (await blobs.ReadJsonAsync(entry.Name, LakeJson.Default.LakeCommit, cancellationToken) is not { } found)
            {
                continue;
            }

            // What was merged counts no more under this name, and is looked at where it lies now.
            var looked = found.Value.Parts.Where(part => !merged.Contains(part.Path)).ToArray();
            var (parts, gone) = await WithoutAsync(looked, found.Value.ContentKey, person, old, cancellationToken);
            if (gone > 0)
            {
                parts.AddRange(found.Value.Parts.Where(part => merged.Contains(part.Path)));
                parts.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
                plans.Add((entry.Name, found.ETag, Less(found.Value, parts)));
                events += gone;
            }
        }

        var dayPlans = new List<(LakeDay Day, string ETag)>();
        foreach (var (day, etag) in days.Values)
        {
            var (parts, gone) = await WithoutAsync(day.Parts, contentKey: null, person, old, cancellationToken);
            if (gone > 0)
            {
                dayPlans.Add((day with { Parts = parts, Leftovers = [.. day.Leftovers.Except(parts.Select(part => part.Path), StringComparer.Ordinal)] }, etag));
                events += gone;
            }
        }

        await remember(old);
        foreach (var (name, etag, commit) in plans)
        {
            // Where somebody else was first, the next pass finds what is left.
            await blobs.WriteJsonAsync(name, commit, LakeJson.Default.LakeCommit, BlobCondition.Matches(etag), cancellationToken);
        }

        foreach (var (day, etag) in dayPlans)
        {
            await new LakeDays(blobs, shop).WriteAsync(day, etag, cancellationToken);
        }

        return new ErasureCounts { LakeParts = old.Count, LakeEvents = events };
    }

    /// <summary>Deletes files that count no more, and all that merges have left over: it may hold the person still.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var days = new LakeDays(blobs, shop);
        foreach (var day in paths.Select(LakePaths.DayOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            // A merge that has read these files already must not bring them back.
            await days.TouchAsync(day, cancellationToken);
        }

        if (paths.Count > 0)
        {
            var named = (await LakeIndex.ReadAsync(blobs, shop, cancellationToken))
                .Values.SelectMany(parts => parts).Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
            foreach (var path in paths.Where(path => !named.Contains(path)))
            {
                await blobs.DeleteAsync(new BlobName(BlobLayout.Lake, path), ifMatch: null, cancellationToken);
            }
        }

        foreach (var (day, etag) in (await days.ReadAsync(cancellationToken)).Values.Where(pair => pair.Day.Leftovers.Count > 0))
        {
            await days.CleanAsync(day, etag, cancellationToken);
        }
    }

    private static bool IsTheirs(ShopEvent shopEvent, Person person) => person.Owns(shopEvent) || person.IsNamedIn(shopEvent);

    private static LakeCommit Less(LakeCommit commit, List<LakePart> parts)
    {
        var gone = commit.Parts.Sum(part => part.Events) - parts.Sum(part => part.Events);
        return commit with { Parts = parts, Accepted = Math.Max(0, commit.Accepted - gone), RecordsRead = Math.Max(0, commit.RecordsRead - gone) };
    }

    private async IAsyncEnumerable<ShopEvent> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new LakePartReader(blobs);
        foreach (var part in (await LakeIndex.ReadAsync(blobs, shop, cancellationToken)).Values.SelectMany(parts => parts))
        {
            var events = new EventColumns(new TextTable());
            await reader.ReadAsync(part, events, EventFields.All, cancellationToken);
            var maker = new EventMaker(events);
            for (var row = 0; row < events.Count; row++)
            {
                yield return maker.Make(row);
            }
        }
    }

    /// <summary>The parts without the person's events: the same where they hold none, others, written, where they do.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="contentKey">What they came from; null for merged ones.</param>
    /// <param name="person">Whose events go.</param>
    /// <param name="old">Gets the paths of parts that are to be named no more.</param>
    /// <param name="cancellationToken">Stops between two parts.</param>
    private async Task<(List<LakePart> Parts, long Gone)> WithoutAsync(
        IEnumerable<LakePart> parts, string? contentKey, Person person, List<string> old, CancellationToken cancellationToken)
    {
        var (left, gone) = (new List<LakePart>(), 0L);
        foreach (var part in parts)
        {
            var kept = await WithoutAsync(part, contentKey, person, cancellationToken);
            if (kept != part)
            {
                old.Add(part.Path);
                gone += part.Events - (kept?.Events ?? 0);
            }

            if (kept is not null)
            {
                left.Add(kept);
            }
        }

        return (left, gone);
    }

    /// <summary>The part itself where it holds nothing of the person's; another, written, where it does; null where it held nothing else.</summary>
    private async Task<LakePart?> WithoutAsync(LakePart part, string? contentKey, Person person, CancellationToken cancellationToken)
    {
        var events = new EventColumns(new TextTable());
        await new LakePartReader(blobs).ReadAsync(part, events, EventFields.All, cancellationToken);
        var maker = new EventMaker(events);

        // With texts of its own: nothing of the person's may stand in the new part's dictionaries.
        var kept = new EventColumns(new TextTable());
        for (var row = 0; row < events.Count; row++)
        {
            var shopEvent = maker.Make(row);
            if (!IsTheirs(shopEvent, person))
            {
                kept.Append(shopEvent);
            }
        }

        if (kept.Count == events.Count)
        {
            return part;
        }

        var writer = new LakePartWriter(blobs, shop);
        return kept.Count == 0 ? null
            : contentKey is null ? await writer.WriteMergedAsync(part.Day, kept, cancellationToken)
            : await writer.WriteAsync(part.Day, contentKey, kept, cancellationToken);
    }
}
