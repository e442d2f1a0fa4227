using BundleFunctions.Numerics.Counting;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Evaluation;

/// <summary>Older orders to learn from, newer ones to be tested on: the future is never used to predict the past.</summary>
/// <param name="Train">The older orders.</param>
/// <param name="Cases">Newer orders of two or more products, one product of each hidden.</param>
public sealed record TemporalSplit(IndexSets Train, IReadOnlyList<TestCase> Cases)
{
    public static TemporalSplit Of(EncodedBaskets baskets, TrainingOptions options)
    {
        var tested = (int)Math.Floor(baskets.Rows.Count * options.TestShare);
        var trained = baskets.Rows.Count - tested;
        int[] eligible = [.. Enumerable.Range(trained, tested).Where(row => baskets.Rows[row].Length >= 2)];
        var count = Math.Min(eligible.Length, options.MaxTestOrders);
        var cases = new TestCase[count];
        for (var i = 0; i < count; i++)
        {
            var row = eligible[(int)((long)i * eligible.Length / count)];
            cases[i] = Hide(baskets, row, options.Seed);
        }

        return new TemporalSplit(baskets.Rows.Slice(0, trained), cases);
    }

    private static TestCase Hide(EncodedBaskets baskets, int row, ulong seed)
    {
        var order = baskets.Rows[row];
        var place = (int)(Hash(baskets, row, seed) % (ulong)order.Length);
        return new TestCase(order[place], [.. order[..place], .. order[(place + 1)..]]);
    }

    // The choice hangs on the order's content alone: not on how many others there are, and not on its key, which is a pseudonym and so
    // differs between deployments. FNV-1a, then the finaliser of SplitMix64.
    private static ulong Hash(EncodedBaskets baskets, int row, ulong seed)
    {
        var hash = 14695981039346656037UL ^ seed ^ (ulong)baskets.Moments[row].UtcTicks;
        foreach (var product in baskets.Rows[row])
        {
            foreach (var c in baskets.Products[product].Value)
            {
                hash = (hash ^ c) * 1099511628211UL;
            }
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
