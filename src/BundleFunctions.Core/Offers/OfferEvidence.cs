using BundleFunctions.Associations;

namespace BundleFunctions.Offers;

/// <summary>A bundle's evidence as it is served: the counts of <see cref="Evidence"/> and the measures that follow from them, rounded to four decimals.</summary>
public sealed record OfferEvidence(
    int Orders, int AnchorOrders, int RestOrders, int TotalOrders, double Support, double Confidence, double Lift, IReadOnlyList<double> Lift95)
{
    public static OfferEvidence From(Evidence evidence)
    {
        var (low, high) = evidence.Lift95;
        return new OfferEvidence(
            evidence.Orders,
            evidence.AnchorOrders,
            evidence.RestOrders,
            evidence.TotalOrders,
            Round(evidence.Support),
            Round(evidence.Confidence),
            Round(evidence.Lift),
            [Round(low), Round(high)]);
    }

    private static double Round(double value) => Math.Round(value, 4, MidpointRounding.AwayFromZero);
}
