using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Keeps one shop's view fresh.</summary>
internal sealed class ShopShelf(
    ShopId shop, IDocumentStore documents, CatalogueShelf catalogue, TimeProvider clock, ServingOptions options)
{
    private static int _lastId;

    private readonly Lock _gate = new();
    private volatile ShelfView? _view;
    private Task<ShelfView>? _refresh;
    private DateTimeOffset _catalogueCheckedAt = DateTimeOffset.MinValue;

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
        var fault = "The store did not answer in time.";
        try
        {
            return await deadline.WaitAsync(Refresh(), cancellationToken);
        }
        catch (TimeoutException)
        {
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            fault = e is OperationCanceledException ? fault : "The store cannot be read.";
        }

        return (_view ?? new ShelfView(0, shop, null, null, null, clock.GetUtcNow(), fault)) with { Fault = fault };
    }

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
        var stored = await documents.GetAsync(GenerationFiles.Pointer(shop), timeout.Token);
        var pointer = stored is null ? null : GenerationPointers.Parse(stored.Body.Span, shop);

        var old = _view;
        var live = old?.Live;
        if (pointer is not null && !(now - _catalogueCheckedAt < options.CatalogueAge && now >= _catalogueCheckedAt))
        {
            live = await catalogue.RefreshAsync(live, timeout.Token);
            _catalogueCheckedAt = now;
        }

        var changed = old is null || old.Current?.Generation != pointer?.Current || old.Live?.Epoch != live?.Epoch;
        var view = new ShelfView(
            changed ? Interlocked.Increment(ref _lastId) : old!.Id,
            shop,
            pointer?.CurrentInfo,
            pointer?.Previous is { } previous ? pointer.Find(previous) : null,
            live,
            now,
            Fault: null);
        _view = view;
        return view;
    }
}
