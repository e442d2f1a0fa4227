using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
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
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, LakePaths.CommitPrefix(shop), cancellationToken))
        {
            if (await blobs.ReadJsonAsync(entry.Name, LakeJson.Default.LakeCommit, cancellationToken) is not { } found)
            {
                continue;
            }

            var parts = new List<LakePart>();
            foreach (var part in found.Value.Parts)
            {
                var kept = await WithoutAsync(part, found.Value.ContentKey, person, cancellationToken);
                if (kept != part)
                {
                    old.Add(part.Path);
                    events += part.Events - (kept?.Events ?? 0);
                }

                if (kept is not null)
                {
                    parts.Add(kept);
                }
            }

            if (!parts.SequenceEqual(found.Value.Parts))
            {
                parts.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
                plans.Add((entry.Name, found.ETag, Less(found.Value, parts)));
            }
        }

        await remember(old);
        foreach (var (name, etag, commit) in plans)
        {
            // Where somebody else was first, the next pass finds what is left.
            await blobs.WriteJsonAsync(name, commit, LakeJson.Default.LakeCommit, BlobCondition.Matches(etag), cancellationToken);
        }

        return new ErasureCounts { LakeParts = old.Count, LakeEvents = events };
    }

    /// <summary>Deletes files that no commit names any more.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Count == 0)
        {
            return;
        }

        var named = (await LakeCommits.ReadAsync(blobs, shop, cancellationToken))
            .SelectMany(commit => commit.Parts).Select(part => part.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in paths.Where(path => !named.Contains(path)))
        {
            await blobs.DeleteAsync(new BlobName(BlobLayout.Lake, path), ifMatch: null, cancellationToken);
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
        var events = new List<ShopEvent>();
        foreach (var part in (await LakeCommits.ReadAsync(blobs, shop, cancellationToken)).SelectMany(commit => commit.Parts))
        {
            events.Clear();
            await LakePartReader.ReadAsync(blobs, part, events, cancellationToken);
            foreach (var shopEvent in events)
            {
                yield return shopEvent;
            }
        }
    }

    /// <summary>The part itself where it holds nothing of the person's; another, written, where it does; null where it held nothing else.</summary>
    private async Task<LakePart?> WithoutAsync(LakePart part, string contentKey, Person person, CancellationToken cancellationToken)
    {
        var events = new List<ShopEvent>();
        await LakePartReader.ReadAsync(blobs, part, events, cancellationToken);
        var kept = events.Where(shopEvent => !IsTheirs(shopEvent, person)).ToArray();
        if (kept.Length == events.Count)
        {
            return part;
        }

        return kept.Length == 0 ? null : await WriteAsync(part, contentKey, kept, cancellationToken);
    }

    private async Task<LakePart> WriteAsync(LakePart part, string contentKey, ShopEvent[] events, CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        await using (var gzip = new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var shopEvent in events)
            {
                gzip.Write(JsonSerializer.SerializeToUtf8Bytes(shopEvent, LakeJson.Lines.ShopEvent));
                gzip.WriteByte((byte)'\n');
            }
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
        var name = LakePaths.Part(shop, part.Day, contentKey, sha256);
        content.Position = 0;
        await blobs.PutAsync(name, content, BlobCondition.Absent, cancellationToken);
        return new LakePart(name.Path, part.Day, sha256, events.Length, content.Length);
    }
}
