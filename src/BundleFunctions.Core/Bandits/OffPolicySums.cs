namespace BundleFunctions.Bandits;

/// <summary>The sums from which <see cref="OffPolicyEstimates"/> of "always this arm" are told without keeping the choices. Of the choices that fell to
/// other arms only their number counts, as their weight is 0.</summary>
/// <remarks>Rewards come later than choices and are added one by one: two rewards of one choice count as those of two, which tells the spread a little
/// too small where that happens often. The doubly robust estimate takes the arm's own mean reward for its model.</remarks>
public sealed class OffPolicySums
{
    private double _weights;
    private double _squares;
    private double _weighted;
    private double _weightedSquares;
    private double _squaresWeighted;
    private double _rewards;
    private double _largest;

    /// <summary>Choices of the arm.</summary>
    public long Choices { get; private set; }

    /// <summary>The arm was chosen.</summary>
    /// <param name="weight">One over the probability of that, 1 or more.</param>
    public void Choose(double weight)
    {
        Choices++;
        _weights += weight;
        _squares += weight * weight;
        _largest = Math.Max(_largest, weight);
    }

    /// <summary>A choice of the arm gave something.</summary>
    /// <param name="weight">That choice's weight.</param>
    /// <param name="reward">What it gave.</param>
    public void Reward(double weight, double reward)
    {
        _rewards += reward;
        _weighted += weight * reward;
        _weightedSquares += weight * weight * reward * reward;
        _squaresWeighted += weight * weight * reward;
    }

    /// <summary>What choosing always this arm would have given a choice, by the formulas of <see cref="OffPolicyEstimates.Of"/>.</summary>
    /// <param name="all">Choices of all arms, this one's among them.</param>
    /// <param name="level">Of the intervals.</param>
    public OffPolicyEstimates Estimate(long all, double level = 0.95)
    {
        var ips = _weighted / all;
        var ipsSquares = _weightedSquares - (all * ips * ips);
        var snips = _weights > 0 ? _weighted / _weights : 0;
        var spread = _weightedSquares - (2 * snips * _squaresWeighted) + (snips * snips * _squares);

        // q + w (r - q), with q = 0 weights for the other arms' choices.
        var q = Choices > 0 ? _rewards / Choices : 0;
        var robust = q + ((_weighted - (q * _weights)) / all);
        var residuals = _weightedSquares - (2 * q * _squaresWeighted) + (q * q * _squares);
        var robustSquares = residuals - (all * (robust - q) * (robust - q));
        double Of(double squares) => all < 2 ? 0 : Math.Max(0, squares) / (all - 1) / all;
        return new OffPolicyEstimates(
            Statistics.Estimate.Of(ips, Of(ipsSquares), level),
            Statistics.Estimate.Of(snips, _weights > 0 ? spread / (_weights * _weights) : 0, level),
            Statistics.Estimate.Of(robust, Of(robustSquares), level),
            _squares > 0 ? _weights * _weights / _squares : 0,
            _largest);
    }
}
