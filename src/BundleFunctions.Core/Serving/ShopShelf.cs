using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Keeps one shop's view fresh.</summary>
internal sealed class ShopShelf(
    ShopId shop, IDocumentStore documents, CatalogueShelf catalogue, TimeProvider clock, ServingOptions options)
{
    private static int _lastId;

    private const string Unreachable = "The store of this shop's bundles cannot be read now.";

    // Reading a large catalogue takes its time; nobody waits for it longer than for an answer.
    private static readonly TimeSpan CatalogueTimeout = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private volatile ShelfView? _view;
    private Task<ShelfView>? _refresh;
    private Task<LiveCatalogue?>? _catalogueFlight;
    private DateTimeOffset _catalogueCheckedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _failedAt = DateTimeOffset.MinValue;

    /// <summary>Whether the shop has a generation, and so is worth remembering.</summary>
    public bool HasGeneration => _view?.Current is not null;

    /// <summary>The view, where it is good enough to answer with at once; starts to renew it where it has some age.</summary>
    public ShelfView? TryGet()
    {
        if (_view is not { } view)
        {
            return null;
        }

        // A clock that was set back makes a negative age: then the view's age is not known.
        var age = clock.GetUtcNow() - view.CheckedAt;
        if (age >= TimeSpan.Zero && age < options.PointerAge)
        {
            return view;
        }

        if (view.Current is null || age < TimeSpan.Zero || age > options.StaleAfter)
        {
            return null;
        }

        _ = Refresh();
        return view;
    }

    /// <summary>The newest view that can be had by the deadline; the last one where the store cannot be reached.</summary>
    public async Task<ShelfView> GetAsync(Deadline deadline, CancellationToken cancellationToken)
    {
        var refresh = Refresh();
        var sinceFailure = clock.GetUtcNow() - _failedAt;
        if (_view is { } known && sinceFailure >= TimeSpan.Zero && sinceFailure < options.PointerAge)
        {
            // The store failed a moment ago: nobody else waits for it, the refresh goes on behind.
            return known with { Fault = Unreachable };
        }

        try
        {
            return await deadline.WaitAsync(refresh, cancellationToken);
        }
        catch (Exception e) when (IsFault(e) && !cancellationToken.IsCancellationRequested)
        {
            _failedAt = clock.GetUtcNow();
            return (_view ?? new ShelfView(0, shop, null, null, null, _failedAt, null)) with { Fault = Unreachable };
        }
    }

    private static bool IsFault(Exception e) => e is StoreException or InvalidDataException or TimeoutException or OperationCanceledException;

    private Task<ShelfView> Refresh()
    {
        lock (_gate)
        {
            if (_refresh is not { IsCompleted: false })
            {
                _refresh = Task.Run(RefreshAsync);
                _ = _refresh.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }

            return _refresh;
        }
    }

    private async Task<ShelfView> RefreshAsync()
    {
        using var timeout = new CancellationTokenSource(options.ReadTimeout, clock);
        var now = clock.GetUtcNow();
        var stored = await documents.GetAsync(GenerationFiles.Pointer(shop), timeout.Token).WaitAsync(timeout.Token);
        var pointer = stored is null ? null : GenerationPointers.Parse(stored.Body.Span, shop);

        var old = _view;
        if (pointer is null || (now - _catalogueCheckedAt is var age && age >= TimeSpan.Zero && age < options.CatalogueAge))
        {
            return _view = Next(old, pointer, old?.Live, now);
        }

        // Nobody waits long for a catalogue: reading a large one goes on behind, and the next round finds it. Until then the one before it serves, and in a
        // process that has just begun what was published, as long as there is time left to answer with it. Not on this thread: a store may read in place.
        _catalogueFlight ??= Task.Run(() => RefreshCatalogueAsync(old?.Live));
        if (!await IsDoneInTimeAsync(_catalogueFlight))
        {
            return _view = Next(old, pointer, old?.Live, now);
        }

        var flight = _catalogueFlight;
        _catalogueFlight = null;
        var live = await flight;
        _catalogueCheckedAt = now;
        return _view = Next(old, pointer, live, now);
    }

    private async Task<LiveCatalogue?> RefreshCatalogueAsync(LiveCatalogue? known)
    {
        using var timeout = new CancellationTokenSource(CatalogueTimeout, clock);
        return await catalogue.RefreshAsync(known, timeout.Token);
    }

    private async Task<bool> IsDoneInTimeAsync(Task flight)
    {
        await flight.WaitAsync(options.Deadline / 2, clock).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return flight.IsCompleted;
    }

    private ShelfView Next(ShelfView? old, ShopPointer? pointer, LiveCatalogue? live, DateTimeOffset now)
    {
        var changed = old is null || old.Current?.Generation != pointer?.Current || old.Live?.Epoch != live?.Epoch;
        return new ShelfView(
            changed ? Interlocked.Increment(ref _lastId) : old!.Id,
            shop,
            pointer?.CurrentInfo,
            pointer?.Previous is { } previous ? pointer.Find(previous) : null,
            live,
            now,
            Fault: null)
        {
            History = pointer?.History ?? [],
        };
    }
}
