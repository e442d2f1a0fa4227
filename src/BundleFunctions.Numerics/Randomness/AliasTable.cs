namespace BundleFunctions.Numerics.Randomness;

/// <summary>
/// Draws an index with probability proportional to its weight, in constant time a draw.
/// Source: A. Walker, ACM TOMS 3(3), 1977; the linear-time construction is M. Vose, IEEE TSE 17(9), 1991.
/// Safe for use by many threads, each with its own generator.
/// </summary>
public sealed class AliasTable
{
    private readonly double[] _keep;
    private readonly int[] _alias;

    /// <summary>Builds the table in time linear in the number of weights.</summary>
    /// <param name="weights">At least one weight, each finite and not negative, with a sum above 0.</param>
    /// <exception cref="ArgumentException">A weight breaks those rules.</exception>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        var total = Sum(weights);
        var count = weights.Length;
        _keep = new double[count];
        _alias = new int[count];
        var small = new Stack<int>();
        var large = new Stack<int>();
        for (var i = 0; i < count; i++)
        {
            _keep[i] = weights[i] * count / total;
            _alias[i] = i;
            (_keep[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            var poor = small.Pop();
            var rich = large.Pop();
            _alias[poor] = rich;
            _keep[rich] = (_keep[rich] + _keep[poor]) - 1;
            (_keep[rich] < 1 ? small : large).Push(rich);
        }

        // What is left on either stack is 1 but for rounding.
        foreach (var left in small.Concat(large))
        {
            _keep[left] = 1;
        }
    }

    /// <summary>How many indices there are to draw from.</summary>
    public int Count => _keep.Length;

    /// <summary>
    /// A table over ranks 0, 1, 2, ... by Zipf's law with an offset: weight of rank r is <c>(r + 1 + offset)^-exponent</c>
    /// (B. Mandelbrot, 1953; offset 0 is Zipf's own).
    /// </summary>
    /// <param name="count">How many ranks, at least 1.</param>
    /// <param name="exponent">0 (all alike) and up; shops are commonly between 0.6 and 1.1.</param>
    /// <param name="offset">0 and up; flattens the head.</param>
    public static AliasTable Zipf(int count, double exponent, double offset = 0) => new(ZipfWeights(count, exponent, offset));

    /// <summary>The weights that <see cref="Zipf"/> draws by, not normalised.</summary>
    public static double[] ZipfWeights(int count, double exponent, double offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        var weights = new double[count];
        for (var rank = 0; rank < count; rank++)
        {
            weights[rank] = StableMath.Pow(rank + 1 + offset, -exponent);
        }

        return weights;
    }

    /// <summary>Draws one index.</summary>
    public int Draw(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var column = random.NextInt32(_keep.Length);
        return random.NextDouble() < _keep[column] ? column : _alias[column];
    }

    private static double Sum(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (!double.IsFinite(weights[i]) || weights[i] < 0)
            {
                throw new ArgumentException($"Weight {i} is {weights[i]}; expected a finite number, 0 or above.", nameof(weights));
            }

            total += weights[i];
        }

        if (!(total > 0) || !double.IsFinite(total))
        {
            throw new ArgumentException($"The weights sum to {total}; expected a finite number above 0.", nameof(weights));
        }

        return total;
    }
}
