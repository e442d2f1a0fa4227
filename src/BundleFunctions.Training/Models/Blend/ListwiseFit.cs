namespace BundleFunctions.Training.Models.Blend;

/// <summary>Weights, none below 0, under which right answers stand above wrong ones.</summary>
/// <remarks>
/// <code>minimise  sum_c weight_c (ln sum_j exp(w . x_cj) - w . x_c0) / sum_c weight_c  +  penalty / 2 |w - centre|^2      over w at least 0</code>
/// The multinomial logit of a choice among listed items (McFadden 1974; as a ranking loss Cao et al., ICML 2007). It is convex and has few weights;
/// solved by Newton's method, each step the minimum of the quadratic model over the allowed weights (Lee, Sun and Saunders 2014).
/// </remarks>
internal static class ListwiseFit
{
    private const int MaxSteps = 40;
    private const int MaxHalvings = 40;
    private const double Tolerance = 1e-5;

    /// <param name="cases">What to learn from; one or more.</param>
    /// <param name="units">By signal: what its values are divided by.</param>
    /// <param name="centre">What the penalty draws to, in those units.</param>
    public static double[] Solve(IReadOnlyList<BlendCase> cases, double[] units, double[] centre, double penalty, ParallelOptions parallel)
    {
        var w = (double[])centre.Clone();
        var at = ListwiseLoss.At(w, cases, units, centre, penalty, parallel);
        for (var i = 0; i < MaxSteps; i++)
        {
            var step = BoundedQuadratic.Step(at.Gradient, at.Curvature, w);
            var slope = step.Zip(at.Gradient, (moved, gradient) => moved * gradient).Sum();
            if (slope >= 0)
            {
                break;
            }

            var (share, next, there) = (1.0, w, at);
            for (var halving = 0; halving <= MaxHalvings; halving++, share /= 2)
            {
                next = [.. w.Select((value, d) => Math.Max(0, value + (share * step[d])))];
                there = ListwiseLoss.At(next, cases, units, centre, penalty, parallel);
                if (there.Loss <= at.Loss + (1e-4 * share * slope) + 1e-14)
                {
                    break;
                }
            }

            var change = next.Zip(w, (a, b) => Math.Abs(a - b)).Max();
            (w, at) = (next, there);
            if (change < Tolerance)
            {
                break;
            }
        }

        return w;
    }
}
