using System.Collections.Concurrent;
using BundleFunctions.Ports;

namespace BundleFunctions.Shops;

/// <summary>One small thing of each shop, kept in memory: read once for all who ask at once, read again when it has some age, and given out
/// for a while longer where the store cannot be reached.</summary>
/// <param name="load">Reads it; gets what was read before, so that it may look first whether anything changed.</param>
/// <param name="grace">How long a value is given out while the store fails.</param>
/// <param name="isKept">Whether a shop is worth its memory; those that are not go first when there are too many.</param>
/// <param name="clock">Tells ages.</param>
internal sealed class ShopMemo<T>(
    Func<ShopId, T?, CancellationToken, Task<T>> load, TimeSpan grace, Func<T, bool> isKept, TimeProvider clock)
    where T : class
{
    // Made-up shop ids must not fill the memory.
    private const int MaxShops = 10_000;

    // Nobody waits longer for something newer than what is known; the reading goes on behind.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ShopId, Slot> _slots = new();

    /// <summary>The shop's value, at most <paramref name="maxAge"/> old unless the store fails; at once, without allocating, where it is known.</summary>
    /// <exception cref="StoreException">The store failed, and nothing was known.</exception>
    public ValueTask<Remembered<T>> GetAsync(ShopId shop, TimeSpan maxAge, CancellationToken cancellationToken) =>
        _slots.TryGetValue(shop, out var slot) && slot.Known is { } known && IsYounger(known.At, maxAge)
            ? new ValueTask<Remembered<T>>(new Remembered<T>(known.Value, null))
            : new ValueTask<Remembered<T>>(WaitAsync(shop, slot ?? Add(shop), cancellationToken));

    /// <summary>Forgets a shop: whoever asks next gets what is stored then.</summary>
    public void Forget(ShopId shop) => _slots.TryRemove(shop, out _);

    private async Task<Remembered<T>> WaitAsync(ShopId shop, Slot slot, CancellationToken cancellationToken)
    {
        var known = slot.Known;
        if (known is not null && slot.Failure is { } failure && IsYounger(failure.At, Patience) && IsYounger(known.At, grace))
        {
            // The store failed a moment ago: nobody else waits for it.
            return new Remembered<T>(known.Value, failure.Fault);
        }

        var flight = slot.Join(() => ReadAsync(shop, slot));
        try
        {
            return new Remembered<T>(await (known is null ? flight.WaitAsync(cancellationToken) : flight.WaitAsync(Patience, clock, cancellationToken)), null);
        }
        catch (Exception e) when (e is StoreException or TimeoutException)
        {
            var fault = e as StoreException ?? new StoreException($"No answer within {Patience.TotalSeconds} s.", isTransient: true);
            slot.Failure = new Failed(fault, clock.GetUtcNow());
            return known is not null && IsYounger(known.At, grace) ? new Remembered<T>(known.Value, fault) : throw fault;
        }
    }

    private async Task<T> ReadAsync(ShopId shop, Slot slot)
    {
        using var timeout = new CancellationTokenSource(ReadTimeout, clock);
        try
        {
            var at = clock.GetUtcNow();
            var value = await load(shop, slot.Known?.Value, timeout.Token).WaitAsync(timeout.Token);
            slot.Known = new Read(value, at);
            slot.Failure = null;
            return value;
        }
        catch (OperationCanceledException)
        {
            throw new StoreException($"No answer within {ReadTimeout.TotalSeconds} s.", isTransient: true);
        }
    }

    private Slot Add(ShopId shop)
    {
        if (_slots.Count >= MaxShops)
        {
            foreach (var (other, slot) in _slots)
            {
                if (slot.Known is not { } known || !isKept(known.Value))
                {
                    _slots.TryRemove(other, out _);
                }
            }

            if (_slots.Count >= MaxShops)
            {
                _slots.Clear();
            }
        }

        return _slots.GetOrAdd(shop, static _ => new Slot());
    }

    // A clock that was set back makes a negative age: then the age is not known.
    private bool IsYounger(DateTimeOffset at, TimeSpan age) => clock.GetUtcNow() - at is var old && old >= TimeSpan.Zero && old < age;

    private sealed record Read(T Value, DateTimeOffset At);

    private sealed record Failed(StoreException Fault, DateTimeOffset At);

    private sealed class Slot
    {
        private readonly Lock _gate = new();
        private Task<T>? _flight;

        public volatile Read? Known;

        public volatile Failed? Failure;

        public Task<T> Join(Func<Task<T>> read)
        {
            lock (_gate)
            {
                if (_flight is not { IsCompleted: false })
                {
                    _flight = Task.Run(read);
                    _ = _flight.ContinueWith(
                        static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                }

                return _flight;
            }
        }
    }
}
