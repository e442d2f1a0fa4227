using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace BundleFunctions.Numerics.Dense.Kernels;

/// <summary>The packed copies that one operation works on, and how many threads may share it.</summary>
internal sealed unsafe class Workspace : IDisposable
{
    private const nuint CacheLine = 64;

    private readonly ConcurrentBag<nint> _idle = [];
    private readonly ConcurrentBag<nint> _all = [];

    public Workspace(int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Threads = threads;
        Cancellation = cancellationToken;
        Right = (float*)NativeMemory.AlignedAlloc(sizeof(float) * MicroTile.Depth * MicroTile.ColumnsAtOnce, CacheLine);
    }

    public int Threads { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Room for the packed right side, shared by all threads.</summary>
    public float* Right { get; private set; }

    /// <summary>Room for a thread's packed left side and, behind it, one tile.</summary>
    public float* RentLeft()
    {
        if (_idle.TryTake(out var idle))
        {
            return (float*)idle;
        }

        var fresh = NativeMemory.AlignedAlloc(
            sizeof(float) * ((MicroTile.Depth * MicroTile.RowsAtOnce) + (MicroTile.Rows * MicroTile.Columns)), CacheLine);
        _all.Add((nint)fresh);
        return (float*)fresh;
    }

    public void ReturnLeft(float* left) => _idle.Add((nint)left);

    /// <summary>Runs every task once, on several threads where that pays.</summary>
    public void Run(int tasks, bool worthThreads, Action<int> task)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (Threads == 1 || tasks == 1 || !worthThreads)
        {
            for (var i = 0; i < tasks; i++)
            {
                task(i);
            }

            return;
        }

        Parallel.For(0, tasks, new ParallelOptions { MaxDegreeOfParallelism = Threads, CancellationToken = Cancellation }, task);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Right);
        Right = null;
        foreach (var left in _all)
        {
            NativeMemory.AlignedFree((void*)left);
        }

        _all.Clear();
        _idle.Clear();
    }
}
