using BundleFunctions.Catalogue;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>The indexes of the shops that were asked, at most so many: each built once for a catalogue, for all who wait.</summary>
/// <remarks>A catalogue whose stock or prices changed has the same words, and needs no new index. While a new one is built, the old one finds: what
/// it finds is looked up in the catalogue of now.</remarks>
internal sealed class IndexShelf(AssistantOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ShopId, Entry> _entries = [];
    private long _clock;

    /// <summary>The index of a shop's catalogue.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="snapshot">Its catalogue.</param>
    /// <param name="cancellationToken">Ends the waiting, not the building.</param>
    public async ValueTask<CatalogueIndex> GetAsync(ShopId shop, CatalogueSnapshot snapshot, CancellationToken cancellationToken)
    {
        Entry entry;
        lock (_gate)
        {
            entry = Touch(shop);
            if (entry.Next is { IsCompleted: true } done)
            {
                (entry.Current, entry.Next) = (done.IsCompletedSuccessfully ? done : entry.Current, null);
                entry.Name = done.IsCompletedSuccessfully ? entry.NextName : entry.Name;
            }

            if (entry.Next is null && !string.Equals(entry.Name, snapshot.BaseId, StringComparison.Ordinal))
            {
                entry.NextName = snapshot.BaseId;
                entry.Next = Task.Run(() => CatalogueIndexer.Build(snapshot.Products, options.MaxProducts, CancellationToken.None), CancellationToken.None);
            }
        }

        return await (entry.Current ?? entry.Next!).WaitAsync(cancellationToken);
    }

    private Entry Touch(ShopId shop)
    {
        if (!_entries.TryGetValue(shop, out var entry))
        {
            if (_entries.Count >= options.MaxIndexes)
            {
                _entries.Remove(_entries.MinBy(pair => pair.Value.AskedAt).Key);
            }

            _entries.Add(shop, entry = new Entry());
        }

        entry.AskedAt = ++_clock;
        return entry;
    }

    private sealed class Entry
    {
        public string? Name { get; set; }

        public Task<CatalogueIndex>? Current { get; set; }

        public string? NextName { get; set; }

        public Task<CatalogueIndex>? Next { get; set; }

        public long AskedAt { get; set; }
    }
}
