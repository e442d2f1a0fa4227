namespace BundleFunctions.Statistics;

/// <summary>A difference of means made sharper by what was known of each unit before the experiment: y - theta (x - mean x), with theta the pooled
/// slope within groups. Deng, Xu, Kohavi, Walker, "Improving the sensitivity of online controlled experiments by utilizing pre-experiment data",
/// WSDM 2013. As the assignment knows nothing of x, the difference stays unbiased whatever theta is.</summary>
public static class Cuped
{
    /// <summary>Treated minus control; null where a group has fewer than two units.</summary>
    public static Estimate? Difference(CovariateMoments treated, CovariateMoments control, double level = 0.95)
    {
        if (treated.Count < 2 || control.Count < 2)
        {
            return null;
        }

        var squares = treated.SquaresX + control.SquaresX;
        var theta = squares > 0 ? (treated.Products + control.Products) / squares : 0;
        var difference = treated.Outcome.Mean - control.Outcome.Mean - (theta * (treated.MeanX - control.MeanX));
        return Estimate.Of(difference, Variance(treated, theta) + Variance(control, theta), level);
    }

    // Of the adjusted mean: var(y - theta x) / n.
    private static double Variance(CovariateMoments group, double theta) =>
        (group.Outcome.Squares - (2 * theta * group.Products) + (theta * theta * group.SquaresX)) / (group.Count - 1) / group.Count;
}
