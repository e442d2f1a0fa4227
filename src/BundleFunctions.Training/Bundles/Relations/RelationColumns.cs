using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Training.Counting;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>The columns by which two products' relation is judged.</summary>
internal static class RelationColumns
{
    /// <summary>Most that one count may say: beyond it a pair is as sure as it gets.</summary>
    private const double MaxSureness = 6;

    public const int ViewSureness = 0;
    public const int BuySureness = 1;
    public const int ViewLift = 2;
    public const int BuyLift = 3;
    public const int TitleCosine = 4;
    public const int SameLeaf = 5;
    public const int CategoryDepth = 6;
    public const int SameBrand = 7;
    public const int PriceDistance = 8;
    public const int SameGroup = 9;
    public const int Count = 10;

    /// <summary>Signed roots of the log-likelihood ratios of looked at together and bought together, cut at ±6; logarithms of how often they are,
    /// over what chance expects, each plus a half; cosine of the titles; one leaf category, shared category levels in fifths, one brand;
    /// |ln| of the ratio of prices, at most 3; one group.</summary>
    public static double[] Of(RelationEvidence evidence, int one, int other)
    {
        var texts = evidence.Texts.Of(one, other);
        var (a, b) = (evidence.Products[one], evidence.Products[other]);
        var row = new double[Count];
        (row[ViewSureness], row[ViewLift]) = Signals(evidence.Views, one, other);
        (row[BuySureness], row[BuyLift]) = Signals(evidence.Orders, one, other);
        if (texts is not null)
        {
            (row[TitleCosine], row[SameLeaf], row[SameBrand], row[CategoryDepth]) = (texts[1], texts[2], texts[5], texts[6]);
        }

        row[PriceDistance] = Math.Min(3, Math.Abs(Math.Log((double)a.Price / (double)b.Price)));
        row[SameGroup] = a.GroupId is not null && string.Equals(a.GroupId, b.GroupId, StringComparison.Ordinal) ? 1 : 0;
        return row;
    }

    private static (double Sureness, double Lift) Signals(OrderCounts rows, int one, int other)
    {
        var (together, expected) = RelationEvidence.Count(rows, one, other);
        var ratio = LogLikelihoodRatio.Signed(together, rows.Of(one), rows.Of(other), rows.Total);
        var sureness = Math.Clamp(Math.Sign(ratio) * Math.Sqrt(Math.Abs(ratio)), -MaxSureness, MaxSureness);
        return (sureness, Math.Log((together + 0.5) / (expected + 0.5)));
    }
}
