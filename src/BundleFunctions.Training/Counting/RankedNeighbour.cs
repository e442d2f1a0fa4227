using System.Runtime.InteropServices;

namespace BundleFunctions.Training.Counting;

/// <summary>A product bought with an anchor more often than by chance.</summary>
/// <param name="Product">Its number.</param>
/// <param name="Together">Orders that hold both.</param>
/// <param name="Score">The model's, the higher the better.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RankedNeighbour(int Product, int Together, double Score)
{
    /// <summary>Best first: by score, then by orders together, then in ordinal order of the products.</summary>
    public static IComparer<RankedNeighbour> BestFirst { get; } = Comparer<RankedNeighbour>.Create((a, b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score)
        : a.Together != b.Together ? b.Together.CompareTo(a.Together)
        : a.Product.CompareTo(b.Product));
}
