using System.Collections.Concurrent;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>The lists of the generations that serve: from memory, or by one point read, however many ask at once.</summary>
internal sealed class ListShelf(IDocumentStore documents, TimeProvider clock, ServingOptions options)
{
    // What a list of objects takes, beside its document.
    private const int SizeOfObjects = 6;

    private readonly BoundedCache<ListKey, ShelvedList> _cache = new(options.CacheBytes);
    private readonly ConcurrentDictionary<ListKey, Lazy<Task<ListLookup>>> _flights = new();

    /// <summary>What is in memory; false where nothing is, not even that there is no such list.</summary>
    public bool TryGetCached(ListKey key, out ListLookup lookup)
    {
        var found = _cache.TryGet(key, out var list);
        if (list.IsPacked)
        {
            var size = list.Size * SizeOfObjects;
            list = new ShelvedList(Document: null, list.Unpack());
            _cache.Replace(key, list, size);
        }

        lookup = new ListLookup(list.Bundles, Failed: false);
        return found;
    }

    /// <summary>Finds a list; a store that fails or is slow makes a failed lookup, never an exception.</summary>
    public ValueTask<ListLookup> FindAsync(ListKey key, Deadline deadline, CancellationToken cancellationToken) =>
        TryGetCached(key, out var lookup) ? new ValueTask<ListLookup>(lookup) : new ValueTask<ListLookup>(WaitAsync(key, deadline, cancellationToken));

    private async Task<ListLookup> WaitAsync(ListKey key, Deadline deadline, CancellationToken cancellationToken)
    {
        var flight = _flights.GetOrAdd(key, static (key, self) => new Lazy<Task<ListLookup>>(() => self.ReadAsync(key)), this);
        try
        {
            return await deadline.WaitAsync(flight.Value, cancellationToken);
        }
        catch (TimeoutException)
        {
            return ListLookup.Failure;
        }
    }

    /// <summary>One read for all who wait; it belongs to none of them, so that none can cancel it for the others.</summary>
    private async Task<ListLookup> ReadAsync(ListKey key)
    {
        await Task.Yield();
        using var timeout = new CancellationTokenSource(options.ReadTimeout, clock);
        try
        {
            // Whoever came between the end of the last read and its leaving finds its result here.
            if (TryGetCached(key, out var known))
            {
                return known;
            }

            var stored = await documents.GetAsync(GenerationFiles.List(key.Shop, key.Product, key.Generation), timeout.Token)
                .WaitAsync(timeout.Token);
            var list = new ShelvedList(stored?.Body);
            var bundles = list.Unpack();
            _cache.Add(key, list, list.Size);
            return new ListLookup(bundles, Failed: false);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or OperationCanceledException)
        {
            return ListLookup.Failure;
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }
}
