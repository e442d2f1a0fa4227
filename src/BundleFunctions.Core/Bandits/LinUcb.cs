namespace BundleFunctions.Bandits;

/// <summary>LinUCB with one model for all arms: the value of an arm is linear in what is known of it and of the asker. Li, Chu, Langford, Schapire,
/// "A contextual-bandit approach to personalized news article recommendation", WWW 2010. Old observations fade.</summary>
/// <remarks>Not safe for several threads at once.</remarks>
public sealed class LinUcb
{
    private readonly double[] _gram;
    private readonly double[] _moments;
    private readonly double _ridge;
    private readonly double _maxWeight;

    /// <param name="features">How many numbers describe an arm in a context, 1..64.</param>
    /// <param name="ridge">What the squares begin with, above 0.</param>
    /// <param name="maxWeight">Sum of weights at which older observations are scaled down, above 0: the model never grows so sure that it cannot learn.</param>
    public LinUcb(int features, double ridge = 1, double maxWeight = 1e6)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features, 64);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ridge);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxWeight);
        (Features, _ridge, _maxWeight) = (features, ridge, maxWeight);
        (_gram, _moments) = (new double[features * features], new double[features]);
    }

    /// <summary>A model that goes on from what another had learnt.</summary>
    /// <param name="gram">Row by row; its side is the number of features.</param>
    /// <param name="moments">As many as features.</param>
    /// <param name="weight">What it is worth.</param>
    internal static LinUcb From(IReadOnlyList<double> gram, IReadOnlyList<double> moments, double weight)
    {
        var model = new LinUcb(moments.Count) { Weight = weight };
        for (var i = 0; i < gram.Count; i++)
        {
            model._gram[i] = gram[i];
        }

        for (var i = 0; i < moments.Count; i++)
        {
            model._moments[i] = moments[i];
        }

        return model;
    }

    public int Features { get; }

    /// <summary>Sum of the weights of what was observed.</summary>
    public double Weight { get; private set; }

    /// <summary>Lets what was observed count less.</summary>
    /// <param name="factor">Above 0 and at most 1.</param>
    public void Fade(double factor)
    {
        Weight *= factor;
        for (var i = 0; i < _gram.Length; i++)
        {
            _gram[i] *= factor;
        }

        for (var i = 0; i < _moments.Length; i++)
        {
            _moments[i] *= factor;
        }
    }

    /// <summary>Learns what an arm gave.</summary>
    public void Observe(ReadOnlySpan<double> features, double reward) => Learn(features, 1, reward);

    /// <summary>Learns of choices and of what they gave, which may come later.</summary>
    /// <param name="features">The arm in its context.</param>
    /// <param name="choices">What the choices weigh, 0 or more.</param>
    /// <param name="reward">What choices gave, by their weights.</param>
    internal void Learn(ReadOnlySpan<double> features, double choices, double reward)
    {
        Require(features);
        if (Weight >= _maxWeight)
        {
            Fade(0.5);
        }

        Weight += choices;
        for (var i = 0; i < Features; i++)
        {
            _moments[i] += features[i] * reward;
            for (var j = 0; j < Features; j++)
            {
                _gram[(i * Features) + j] += choices * features[i] * features[j];
            }
        }
    }

    internal LinearState ToState(IReadOnlyList<double> shares) => new(shares, [.. _gram], [.. _moments], Weight);

    /// <summary><c>theta' x + width sqrt(x' A^-1 x)</c> of each arm, with <c>A = ridge I + sum x x'</c> and <c>theta = A^-1 b</c>.</summary>
    /// <param name="arms">What is known of each.</param>
    /// <param name="width">How hopeful it is, 0 or more.</param>
    public double[] Scores(IReadOnlyList<double[]> arms, double width)
    {
        var factor = Factorise();
        var theta = Solve(factor, _moments);
        return [.. arms.Select(arm =>
        {
            Require(arm);
            var inverse = Solve(factor, arm);
            return Dot(theta, arm) + (width * Math.Sqrt(Math.Max(0, Dot(inverse, arm))));
        })];
    }

    /// <summary>Probability with which each arm is chosen: the highest score with <c>1 - exploration</c>, and all alike share the rest.</summary>
    public double[] Propensities(IReadOnlyList<double[]> arms, double width, double exploration)
    {
        var scores = Scores(arms, width);
        var best = Array.IndexOf(scores, scores.Max());
        return [.. scores.Select((_, i) => (exploration / scores.Length) + (i == best ? 1 - exploration : 0))];
    }

    private void Require(ReadOnlySpan<double> features)
    {
        if (features.Length != Features)
        {
            throw new ArgumentException($"An arm has {features.Length} features; expected {Features}.", nameof(features));
        }
    }

    // Cholesky: A = L L'.
    private double[] Factorise()
    {
        var lower = new double[_gram.Length];
        for (var i = 0; i < Features; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _gram[(i * Features) + j] + (i == j ? _ridge : 0);
                for (var k = 0; k < j; k++)
                {
                    sum -= lower[(i * Features) + k] * lower[(j * Features) + k];
                }

                lower[(i * Features) + j] = i == j ? Math.Sqrt(sum) : sum / lower[(j * Features) + j];
            }
        }

        return lower;
    }

    private double[] Solve(double[] lower, double[] right)
    {
        var x = (double[])right.Clone();
        for (var i = 0; i < Features; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= lower[(i * Features) + k] * x[k];
            }

            x[i] /= lower[(i * Features) + i];
        }

        for (var i = Features - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < Features; k++)
            {
                x[i] -= lower[(k * Features) + i] * x[k];
            }

            x[i] /= lower[(i * Features) + i];
        }

        return x;
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
