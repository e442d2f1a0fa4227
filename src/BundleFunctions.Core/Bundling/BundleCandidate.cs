using BundleFunctions.Associations;

namespace BundleFunctions.Bundling;

/// <summary>A bundle that passed every gate and waits to be chosen.</summary>
/// <param name="Rest">The products besides the anchor in their quantities, most often bought with it first.</param>
/// <param name="Value">By <see cref="BundleValue"/>.</param>
/// <param name="Evidence">The counts behind it.</param>
internal sealed record BundleCandidate(IReadOnlyList<BundleLine> Rest, double Value, Evidence Evidence)
{
    /// <summary>Best first; equal values in the order of their products.</summary>
    public static int Compare(BundleCandidate one, BundleCandidate other)
    {
        var order = other.Value.CompareTo(one.Value);
        for (var i = 0; order == 0 && i < Math.Min(one.Rest.Count, other.Rest.Count); i++)
        {
            order = one.Rest[i].Product.ProductId.CompareTo(other.Rest[i].Product.ProductId);
        }

        return order != 0 ? order : one.Rest.Count.CompareTo(other.Rest.Count);
    }

    /// <summary>Largest Jaccard similarity of <see cref="Rest"/> with that of a chosen candidate; 0..1.</summary>
    public double Overlap { get; private set; }

    /// <summary>Takes a chosen candidate into account; true where it holds everything that this one holds.</summary>
    public bool IsCoveredBy(BundleCandidate chosen)
    {
        var shared = 0;
        foreach (var line in Rest)
        {
            foreach (var theirs in chosen.Rest)
            {
                shared += line.Product.ProductId == theirs.Product.ProductId ? 1 : 0;
            }
        }

        Overlap = Math.Max(Overlap, (double)shared / (Rest.Count + chosen.Rest.Count - shared));
        return shared == Rest.Count;
    }
}
