namespace BundleFunctions.Training.Bundles.Learning;

/// <summary>Gathers gradient and curvature of a logistic likelihood and takes one step of Newton's method.</summary>
internal sealed class NewtonStep(int size)
{
    private readonly double[] _gradient = new double[size];
    private readonly double[,] _curvature = new double[size, size];

    public void Clear()
    {
        Array.Clear(_gradient);
        Array.Clear(_curvature);
    }

    public void Add(double[] x, double predicted, double label, double weight)
    {
        var error = weight * (label - predicted);
        var bend = weight * predicted * (1 - predicted);
        for (var i = 0; i < size; i++)
        {
            _gradient[i] += error * x[i];
            var scaled = bend * x[i];
            for (var j = 0; j <= i; j++)
            {
                _curvature[i, j] += scaled * x[j];
            }
        }
    }

    /// <summary>Moves <paramref name="beta"/> by one step; the largest change of a coefficient.</summary>
    public double Solve(double[] beta, double ridge)
    {
        for (var i = 1; i < size; i++)
        {
            _gradient[i] -= ridge * beta[i];
            _curvature[i, i] += ridge;
        }

        // A little on the intercept keeps the factorisation well where all cases are alike.
        _curvature[0, 0] += 1e-9;
        Factorise();
        var change = Substitute();
        var largest = 0.0;
        for (var i = 0; i < size; i++)
        {
            // A long first step from nothing would overshoot where cases are nearly separable.
            var move = Math.Clamp(change[i], -4, 4);
            beta[i] += move;
            largest = Math.Max(largest, Math.Abs(move));
        }

        return largest;
    }

    // Cholesky, in place: the lower triangle becomes L with L Lᵀ = curvature.
    private void Factorise()
    {
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _curvature[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _curvature[i, k] * _curvature[j, k];
                }

                _curvature[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / _curvature[j, j];
            }
        }
    }

    private double[] Substitute()
    {
        var x = (double[])_gradient.Clone();
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= _curvature[i, k] * x[k];
            }

            x[i] /= _curvature[i, i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++)
            {
                x[i] -= _curvature[k, i] * x[k];
            }

            x[i] /= _curvature[i, i];
        }

        return x;
    }
}
