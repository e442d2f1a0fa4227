using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Contests;

/// <summary>Which product of a test order is hidden.</summary>
public static class HiddenProduct
{
    /// <summary>Chooses one of two or more products. The choice hangs on the order's content alone: not on how many others there are, and
    /// not on its key, which is a pseudonym and so differs between deployments. FNV-1a, then the finaliser of SplitMix64.</summary>
    public static (int Hidden, int[] Context) Of(EncodedBaskets baskets, int row, ulong seed)
    {
        var order = baskets.Rows[row];
        var place = (int)(Hash(baskets, row, seed) % (ulong)order.Length);
        return (order[place], [.. order[..place], .. order[(place + 1)..]]);
    }

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
