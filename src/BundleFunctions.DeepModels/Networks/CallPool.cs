using System.Collections.Concurrent;
using BundleFunctions.Scoring;

namespace BundleFunctions.DeepModels.Networks;

/// <summary>Idle calls of a network, of one query and of many, so that asking again allocates nothing. Safe to use from many threads.</summary>
internal sealed class CallPool(TensorModel network)
{
    /// <summary>Queries of a call of many.</summary>
    public const int Batch = 32;

    private readonly ConcurrentBag<TensorCall> _single = [];
    private readonly ConcurrentBag<TensorCall> _many = [];

    /// <param name="queries">How many are still to ask.</param>
    public TensorCall Take(int queries)
    {
        var (idle, rows) = queries == 1 ? (_single, 1) : (_many, Batch);
        return idle.TryTake(out var call) ? call : network.NewCall(rows);
    }

    public void Return(TensorCall call) => (call.Rows == 1 ? _single : _many).Add(call);
}
