using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Lake;

/// <summary>Reads and replaces a shop's <see cref="LakeDay"/>s.</summary>
internal sealed class LakeDays(IBlobStore blobs, ShopId shop)
{
    private const int Parallelism = 8;
    private const int MaxRaces = 20;

    /// <summary>All that are there, by day, each with its ETag.</summary>
    public async Task<SortedDictionary<string, (LakeDay Day, string ETag)>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = new List<BlobName>();
        await foreach (var entry in blobs.ListAsync(BlobLayout.Ledger, LakePaths.DayPrefix(shop), cancellationToken))
        {
            names.Add(entry.Name);
        }

        var found = new (LakeDay Day, string ETag)?[names.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, names.Count, options, async (i, token) =>
            found[i] = await blobs.ReadJsonAsync(names[i], LakeJson.Default.LakeDay, token) is var (day, etag) ? (day, etag) : null);
        var days = new SortedDictionary<string, (LakeDay Day, string ETag)>(StringComparer.Ordinal);
        foreach (var day in found)
        {
            if (day is { } there)
            {
                days.Add(there.Day.Day, there);
            }
        }

        return days;
    }

    /// <summary>Replaces a day, or makes it where <paramref name="etag"/> is null.</summary>
    /// <returns>Its new ETag; null where somebody else was first.</returns>
    public async Task<string?> WriteAsync(LakeDay day, string? etag, CancellationToken cancellationToken)
    {
        var condition = etag is null ? BlobCondition.Absent : BlobCondition.Matches(etag);
        var next = day with { Version = day.Version + 1 };
        return (await blobs.WriteJsonAsync(LakePaths.DayBlob(shop, day.Day), next, LakeJson.Default.LakeDay, condition, cancellationToken))?.ETag;
    }

    /// <summary>Makes every merge of the day that has begun before and has not ended end in nothing. Whoever changes parts of commits calls it
    /// after that, so that no merge brings back what was taken out.</summary>
    /// <exception cref="StoreException">Others were first too many times in a row.</exception>
    public async Task TouchAsync(string day, CancellationToken cancellationToken)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var found = await blobs.ReadJsonAsync(LakePaths.DayBlob(shop, day), LakeJson.Default.LakeDay, cancellationToken);
            if (await WriteAsync(found?.Value ?? LakeDay.Untouched(day), found?.ETag, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new StoreException($"{LakePaths.DayBlob(shop, day)} was replaced by others {MaxRaces} times in a row.", isTransient: true);
    }

    /// <summary>Deletes a day's leftovers. Safe against whoever writes a file of the same name at the same time.</summary>
    /// <returns>How many files went.</returns>
    public async Task<int> CleanAsync(LakeDay day, string etag, CancellationToken cancellationToken)
    {
        var files = new List<BlobEntry>();
        foreach (var path in day.Leftovers)
        {
            if (await blobs.FindAsync(new BlobName(BlobLayout.Lake, path), cancellationToken) is { } file)
            {
                files.Add(file);
            }
        }

        // Whoever wrote one of these files before now and has not named it yet, will fail to; what is written after now has another ETag.
        if (await WriteAsync(day, etag, cancellationToken) is not { } claimed)
        {
            return 0;
        }

        foreach (var file in files)
        {
            await blobs.DeleteAsync(file.Name, file.ETag, cancellationToken);
        }

        await WriteAsync(day with { Leftovers = [], Version = day.Version + 1 }, claimed, cancellationToken);
        return files.Count;
    }
}
