using BundleFunctions.Numerics.Counting;

namespace BundleFunctions.Training.Models.Linear;

/// <summary>For each item of the tail the items that it is held with most, and how often: what the dense head's matrix does not say.</summary>
internal sealed class TailCounts
{
    // At 8 bytes each, 400,000 items take 800 MB at most, and rarely a tenth of it.
    private const int Most = 256;

    private readonly int[]?[] _items;
    private readonly float[]?[] _counts;

    public TailCounts(SparseCounts counts, DenseHead head, TrainingContext context, CancellationToken cancellationToken)
    {
        _items = new int[head.Places.Length][];
        _counts = new float[head.Places.Length][];
        Parallel.For(
            0,
            head.Tail.Length,
            context.Parallel(cancellationToken),
            () => (Counter: counts.NewCounter(), Best: new BoundedTop<(float Count, int Item)>(Most, Comparer<(float Count, int Item)>.Create(
                (a, b) => a.Count == b.Count ? a.Item.CompareTo(b.Item) : b.Count.CompareTo(a.Count)))),
            (i, _, worker) =>
            {
                Keep(head.Tail[i], worker.Counter, worker.Best);
                return worker;
            },
            _ => { });
    }

    /// <summary>Items and counts; none for an item of the head.</summary>
    public (int[] Items, float[] Counts) Of(int item) => (_items[item] ?? [], _counts[item] ?? []);

    private void Keep(int item, SparseCounts.Counter counter, BoundedTop<(float Count, int Item)> best)
    {
        counter.Count(item);
        best.Clear();
        foreach (var other in counter.Touched)
        {
            if (other != item)
            {
                best.Add((counter.Of(other), other));
            }
        }

        var (items, counts) = (new int[best.Count], new float[best.Count]);
        for (var i = 0; i < items.Length; i++)
        {
            (counts[i], items[i]) = best.Best[i];
        }

        (_items[item], _counts[item]) = (items, counts);
    }
}
