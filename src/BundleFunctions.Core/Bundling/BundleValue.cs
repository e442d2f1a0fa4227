namespace BundleFunctions.Bundling;

/// <summary>What a bundle is worth: the pieces that its anchor's buyers take beyond what chance would give them.</summary>
/// <remarks>
/// value(rest) = sum over x in rest of ( L - P(rest without x | anchor) P(x) ), where L is the Wilson 95 % lower bound of P(rest | anchor).
/// Each term is the leverage of one item (Piatetsky-Shapiro 1991) given the other items: how much more often the bundle is bought whole
/// than it would be if x were bought by the anchor's buyers as by everybody. For a pair it is L - P(x). A product that is popular everywhere
/// has a term of 0 in every bundle, however often it is in it, and a small count has a low bound.
/// </remarks>
public static class BundleValue
{
    /// <summary>Extra pieces per order of the anchor; negative infinity where one item adds nothing, because the bundle is better without it.</summary>
    /// <param name="lowerBound">Wilson lower bound of P(rest | anchor).</param>
    /// <param name="withoutItem">For each item, P(rest without it | anchor); 1 for a pair.</param>
    /// <param name="popularity">For each item, P(item).</param>
    public static double Of(double lowerBound, ReadOnlySpan<double> withoutItem, ReadOnlySpan<double> popularity)
    {
        var value = 0.0;
        for (var i = 0; i < withoutItem.Length; i++)
        {
            var term = lowerBound - (withoutItem[i] * popularity[i]);
            if (term <= 0)
            {
                return double.NegativeInfinity;
            }

            value += term;
        }

        return value;
    }
}
