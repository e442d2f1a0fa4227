namespace BundleFunctions.Training.Models.Blend;

/// <summary>Minimum of a convex quadratic where no weight may fall below 0, by cyclic coordinate descent.</summary>
internal static class BoundedQuadratic
{
    private const int MaxSweeps = 2000;

    /// <summary>The step s that minimises <c>gradient . s + s^T curvature s / 2</c> with <c>weights + s</c> at least 0.</summary>
    /// <param name="curvature">Symmetric, positive semidefinite, row by row.</param>
    public static double[] Step(double[] gradient, double[] curvature, double[] weights)
    {
        var width = gradient.Length;
        var step = new double[width];
        var slope = (double[])gradient.Clone();
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var most = 0.0;
            for (var d = 0; d < width; d++)
            {
                // What has no curvature has no slope either: no candidate differs in it.
                var own = curvature[(d * width) + d];
                if (own <= 1e-12)
                {
                    continue;
                }

                var moved = Math.Max(step[d] - (slope[d] / own), -weights[d]) - step[d];
                step[d] += moved;
                most = Math.Max(most, Math.Abs(moved));
                for (var e = 0; e < width && moved != 0; e++)
                {
                    slope[e] += moved * curvature[(d * width) + e];
                }
            }

            if (most < 1e-8)
            {
                break;
            }
        }

        return step;
    }
}
