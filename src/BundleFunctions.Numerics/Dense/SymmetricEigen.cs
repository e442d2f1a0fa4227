namespace BundleFunctions.Numerics.Dense;

/// <summary>Eigenvalues and eigenvectors of a small symmetric matrix.</summary>
/// <param name="Values">Greatest first.</param>
/// <param name="Vectors">Vectors[j, i] is component i of the unit vector of <c>Values[j]</c>; its greatest component is positive.</param>
public sealed record SymmetricEigen(double[] Values, double[,] Vectors)
{
    private const int MostSweeps = 60;

    /// <summary>By Jacobi's rotations, row by row, until what is off the diagonal is rounding (Golub and Van Loan, Matrix Computations,
    /// 8.5). Some 10 n^3 multiplications a sweep, and some eight sweeps: for a few hundred rows.</summary>
    /// <param name="symmetric">Square and finite; spoilt.</param>
    public static SymmetricEigen Of(double[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        var vectors = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            vectors[i, i] = 1;
        }

        for (var sweep = 0; sweep < MostSweeps && Rotate(symmetric, vectors); sweep++)
        {
        }

        return Sorted(symmetric, vectors);
    }

    // One sweep; false where nothing was left to do.
    private static bool Rotate(double[,] a, double[,] vectors)
    {
        var n = a.GetLength(0);
        var rotated = false;
        for (var p = 0; p < n; p++)
        {
            for (var q = p + 1; q < n; q++)
            {
                if (Math.Abs(a[p, q]) <= 1e-16 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || a[p, q] == 0)
                {
                    continue;
                }

                rotated = true;
                var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
                var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
                var c = 1 / Math.Sqrt((t * t) + 1);
                Rotate(a, p, q, c, t * c);
                for (var i = 0; i < n; i++)
                {
                    (vectors[p, i], vectors[q, i]) =
                        ((c * vectors[p, i]) - (t * c * vectors[q, i]), (t * c * vectors[p, i]) + (c * vectors[q, i]));
                }
            }
        }

        return rotated;
    }

    private static void Rotate(double[,] a, int p, int q, double c, double s)
    {
        var n = a.GetLength(0);
        for (var i = 0; i < n; i++)
        {
            (a[i, p], a[i, q]) = ((c * a[i, p]) - (s * a[i, q]), (s * a[i, p]) + (c * a[i, q]));
        }

        for (var i = 0; i < n; i++)
        {
            (a[p, i], a[q, i]) = ((c * a[p, i]) - (s * a[q, i]), (s * a[p, i]) + (c * a[q, i]));
        }
    }

    private static SymmetricEigen Sorted(double[,] a, double[,] vectors)
    {
        var n = a.GetLength(0);
        int[] order = [.. Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ThenBy(i => i)];
        var sorted = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var greatest = 0;
            for (var i = 1; i < n; i++)
            {
                greatest = Math.Abs(vectors[order[j], i]) > Math.Abs(vectors[order[j], greatest]) ? i : greatest;
            }

            var sign = n > 0 && vectors[order[j], greatest] < 0 ? -1 : 1;
            for (var i = 0; i < n; i++)
            {
                sorted[j, i] = sign * vectors[order[j], i];
            }
        }

        return new SymmetricEigen([.. order.Select(i => a[i, i])], sorted);
    }
}
