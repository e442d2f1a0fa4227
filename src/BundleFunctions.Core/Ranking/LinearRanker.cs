namespace BundleFunctions.Ranking;

/// <summary>score = sum over features of weight x value; what is not known counts as its usual value.</summary>
public sealed class LinearRanker : BundleRanker
{
    private readonly double[] _weights;
    private readonly double[] _usual;

    /// <param name="method">How it was learned.</param>
    /// <param name="features">Names of the features.</param>
    /// <param name="weights">One a feature, finite.</param>
    /// <param name="usual">What stands for a value that is not known, one a feature, finite.</param>
    /// <exception cref="ArgumentException">There are not as many weights or usual values as features, one is not finite, or a feature is not known.</exception>
    public LinearRanker(string method, IReadOnlyList<string> features, IReadOnlyList<double> weights, IReadOnlyList<double> usual)
        : base(method, features)
    {
        if ((RankerCheck.FindFault(method, features) ?? RankerCheck.FindFault(features, weights, usual)) is { } fault)
        {
            throw new ArgumentException(fault, nameof(weights));
        }

        (_weights, _usual) = ([.. weights], [.. usual]);
    }

    public IReadOnlyList<double> Weights => _weights;

    public IReadOnlyList<double> Usual => _usual;

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<float> features)
    {
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            var value = features[Places[i]];
            sum += _weights[i] * (float.IsNaN(value) ? _usual[i] : value);
        }

        return sum;
    }
}
