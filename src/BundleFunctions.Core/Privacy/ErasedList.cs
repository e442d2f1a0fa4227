using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Privacy;

/// <summary>Who was erased, by mark, and until when: blob <c>privacy/{shop}/erased.json</c>. What comes up again of them from before that time
/// (a raw file that was kept, a file being read while it was rewritten, a model that was trained before) is left out.</summary>
internal static class ErasedList
{
    private const int MaxRaces = 20;

    /// <summary>Puts persons on the list; a person on it already keeps the later time.</summary>
    /// <exception cref="StoreException">The store failed, or others were first too many times in a row.</exception>
    public static async Task AddAsync(
        IBlobStore blobs, ShopId shop, IEnumerable<string> marks, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var wanted = marks.ToArray();
        for (var race = 0; race < MaxRaces; race++)
        {
            var found = await blobs.ReadJsonAsync(Name(shop), PrivacyJson.Default.SortedDictionaryStringDateTimeOffset, cancellationToken);
            var erased = new SortedDictionary<string, DateTimeOffset>(
                found?.Value ?? new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal), StringComparer.Ordinal);
            if (Array.TrueForAll(wanted, mark => erased.TryGetValue(mark, out var known) && known >= until))
            {
                return;
            }

            foreach (var mark in wanted.Where(mark => !(erased.TryGetValue(mark, out var known) && known >= until)))
            {
                erased[mark] = until;
            }

            var condition = found is null ? BlobCondition.Absent : BlobCondition.Matches(found.Value.ETag);
            if (await blobs.WriteJsonAsync(
                Name(shop), erased, PrivacyJson.Default.SortedDictionaryStringDateTimeOffset, condition, cancellationToken) is not null)
            {
                return;
            }
        }

        throw new StoreException($"{Name(shop)} was replaced by others {MaxRaces} times in a row.", isTransient: true);
    }

    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ReadAsync(IBlobStore blobs, ShopId shop, CancellationToken cancellationToken) =>
        (await blobs.ReadJsonAsync(Name(shop), PrivacyJson.Default.SortedDictionaryStringDateTimeOffset, cancellationToken))?.Value
            ?? new SortedDictionary<string, DateTimeOffset>(StringComparer.Ordinal);

    public static BlobName Name(ShopId shop) => new(BlobLayout.Privacy, $"{shop}/erased.json");
}
