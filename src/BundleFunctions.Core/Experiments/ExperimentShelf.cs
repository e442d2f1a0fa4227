using System.Collections.Concurrent;
using BundleFunctions.Bandits;
using BundleFunctions.Ports;
using BundleFunctions.Serving;

namespace BundleFunctions.Experiments;

/// <summary>Experiments and what bandits have learnt, as answers need them: from memory, looked up anew behind the answer every few seconds. A store
/// that fails leaves what was known last; where nothing was known, nothing is tried out.</summary>
public sealed class ExperimentShelf(ExperimentStore experiments, BanditTables tables, TimeProvider clock, ServingOptions options)
{
    private static readonly ExperimentView Nothing = new(ExperimentBook.Empty, null);
    private readonly ConcurrentDictionary<ShopId, Entry> _entries = new();

    /// <summary>What is known now: at once where anything is, else when the store has answered.</summary>
    public async ValueTask<ExperimentView> GetAsync(ShopId shop, CancellationToken cancellationToken) =>
        TryGet(shop) ?? await RefreshAsync(shop, cancellationToken);

    /// <summary>What is known now, at once; null where nothing was ever looked up.</summary>
    public ExperimentView? TryGet(ShopId shop)
    {
        var entry = Find(shop);
        var age = clock.GetUtcNow() - entry.CheckedAt;
        if (entry.IsKnown && (age < TimeSpan.Zero || age >= options.PointerAge))
        {
            _ = RefreshAsync(shop, CancellationToken.None);
        }

        return entry.IsKnown ? entry.View : null;
    }

    /// <summary>Looks up anew what stands in the store.</summary>
    public async Task<ExperimentView> RefreshAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var entry = Find(shop);
        entry.CheckedAt = clock.GetUtcNow();
        try
        {
            var book = await experiments.ReadAsync(shop, cancellationToken);
            var table = book.Bandit is null ? null : await tables.ReadAsync(shop, cancellationToken);
            entry.View = new ExperimentView(book, table);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException)
        {
            // What was known goes on; the next look is after the usual time.
        }

        entry.IsKnown = true;
        return entry.View;
    }

    private Entry Find(ShopId shop)
    {
        // Made-up shops do not fill the memory: they are looked up again and again, and nothing else.
        if (!_entries.TryGetValue(shop, out var entry))
        {
            if (_entries.Count >= options.MaxShops)
            {
                _entries.Clear();
            }

            entry = _entries.GetOrAdd(shop, _ => new Entry());
        }

        return entry;
    }

    private sealed class Entry
    {
        private long _checkedAt = DateTimeOffset.MinValue.UtcTicks;

        public volatile ExperimentView View = Nothing;

        public volatile bool IsKnown;

        public DateTimeOffset CheckedAt
        {
            get => new(Interlocked.Read(ref _checkedAt), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _checkedAt, value.UtcTicks);
        }
    }
}
