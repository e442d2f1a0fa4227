using BundleFunctions.Experiments;
using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>From visitors to what bundles earned beyond what would have been earned anyway.</summary>
internal static class UpliftJudge
{
    /// <summary>Null where the shop holds nobody out.</summary>
    public static UpliftReport? Judge(HoldoutOptions holdout, VisitorBook visitors, decimal creditedMargin, double level)
    {
        if (holdout.Share <= 0)
        {
            return null;
        }

        var (treated, control) = (new CovariateMoments(), new CovariateMoments());
        var (treatedBuyers, controlBuyers) = (default(Moments), default(Moments));
        foreach (var (visitor, totals) in visitors.All.Where(visitor => visitor.Value is { IsSeen: true, IsRobot: false }).OrderBy(visitor => visitor.Key))
        {
            var bought = totals.Orders > 0 ? 1 : 0;
            if (holdout.Holds(visitor))
            {
                control.Add(totals.Prior, totals.Margin);
                controlBuyers = controlBuyers.Add(bought);
            }
            else
            {
                treated.Add(totals.Prior, totals.Margin);
                treatedBuyers = treatedBuyers.Add(bought);
            }
        }

        var adjusted = Cuped.Difference(treated, control, level);
        var incremental = adjusted is null ? null : Scale(adjusted, treated.Count / visitors.Share);
        return new UpliftReport(
            treated.Count,
            control.Count,
            SampleRatio.PValue([treated.Count, control.Count], [1 - holdout.Share, holdout.Share]),
            treated.Outcome.Mean,
            control.Outcome.Mean,
            adjusted,
            MeanDifference.Of(treated.Outcome, control.Outcome, level),
            MeanDifference.Of(treatedBuyers, controlBuyers, level),
            incremental,
            incremental is null ? null : Cannibalised(incremental, creditedMargin));
    }

    public static Estimate Scale(Estimate figure, double by) => new(figure.Value * by, figure.Low * by, figure.High * by, figure.PValue);

    /// <summary>1 - incremental / credited; null where nothing was credited.</summary>
    public static Estimate? Cannibalised(Estimate incremental, decimal credited) => credited <= 0 ? null
        : new(1 - (incremental.Value / (double)credited), 1 - (incremental.High / (double)credited), 1 - (incremental.Low / (double)credited), incremental.PValue);
}
