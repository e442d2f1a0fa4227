using BundleFunctions.Ports;

namespace BundleFunctions.Core.Tests.Publishing;

/// <summary>When a store's calls fail.</summary>
internal sealed class StoreFaults
{
    private readonly Lock _gate = new();
    private Random _random = new(0);
    private double _share;

    /// <summary>Calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>The call that dies, from 1; 0 for none. The process is gone: this call and all after it fail for good.</summary>
    public int DieAt { get; set; }

    /// <summary>Whether the dying call is applied before it fails.</summary>
    public bool DieAfterwards { get; set; }

    /// <summary>Every call fails for the moment.</summary>
    public bool Down { get; set; }

    /// <summary>Calls wait for this.</summary>
    public Task? Gate { get; set; }

    /// <summary>Whether waiting calls keep their caller's thread, as a store does that reads a file in place.</summary>
    public bool WaitsInPlace { get; set; }

    public void FailShare(double share, int seed) => (_share, _random) = (share, new Random(seed));

    public void Reset() => (Calls, DieAt, Down, Gate, _share) = (0, 0, false, null, 0);

    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        bool die, fail, afterwards;
        lock (_gate)
        {
            Calls++;
            die = DieAt > 0 && Calls >= DieAt;
            fail = Down || _random.NextDouble() < _share;
            afterwards = (die && DieAfterwards && Calls == DieAt) || (fail && !Down && _random.Next(2) == 0);
        }

        if (Gate is { } gate)
        {
            if (WaitsInPlace)
            {
                WaitHandle.WaitAny([((IAsyncResult)gate).AsyncWaitHandle, cancellationToken.WaitHandle]);
            }

            await gate.WaitAsync(cancellationToken);
        }

        if (!die && !fail)
        {
            return await call();
        }

        if (afterwards)
        {
            await call();
        }

        throw new StoreException(die ? "killed" : "503", isTransient: !die);
    }
}
