using BundleFunctions.Statistics;

namespace BundleFunctions.Bandits;

/// <summary>What another policy would have earned a choice, told from what this one did.</summary>
/// <param name="Ips">Inverse propensity scoring (Horvitz and Thompson 1952).</param>
/// <param name="Snips">The same, normalised by the weights' own mean (Swaminathan and Joachims 2015).</param>
/// <param name="DoublyRobust">A model's predictions, mended by weighted residuals (Dudik, Langford, Li 2011).</param>
/// <param name="EffectiveChoices">How many unweighted choices the weighted ones are worth (Kish 1965): below a hundred no interval is to be trusted.</param>
/// <param name="MaxWeight">The largest weight.</param>
public sealed record OffPolicyEstimates(Estimate Ips, Estimate Snips, Estimate DoublyRobust, double EffectiveChoices, double MaxWeight)
{
    /// <summary>With w = target / propensity: <c>mean(w r)</c>; <c>sum(w r) / sum(w)</c>, its variance by the delta method,
    /// <c>sum w^2 (r - estimate)^2 / (sum w)^2</c>; and <c>mean(q_target + w (r - q))</c>. Normal intervals.</summary>
    /// <param name="choices">One or more.</param>
    /// <param name="maxWeight">Weights above count as this: less spread for some bias. Infinity for none.</param>
    /// <param name="level">Of the intervals.</param>
    /// <exception cref="ArgumentException">There is no choice, or one has a propensity of 0 or less.</exception>
    public static OffPolicyEstimates Of(IReadOnlyList<LoggedChoice> choices, double maxWeight = double.PositiveInfinity, double level = 0.95)
    {
        if (choices.Count == 0 || choices.Any(choice => !(choice.Propensity > 0)))
        {
            throw new ArgumentException("Expected one choice or more, each with a propensity above 0.", nameof(choices));
        }

        var (ips, robust) = (default(Moments), default(Moments));
        var (weights, squares, weighted, largest) = (0.0, 0.0, 0.0, 0.0);
        foreach (var choice in choices)
        {
            var weight = Math.Min(maxWeight, choice.Target / choice.Propensity);
            ips = ips.Add(weight * choice.Reward);
            robust = robust.Add(choice.TargetPredicted + (weight * (choice.Reward - choice.Predicted)));
            (weights, squares, weighted) = (weights + weight, squares + (weight * weight), weighted + (weight * choice.Reward));
            largest = Math.Max(largest, weight);
        }

        var snips = weights > 0 ? weighted / weights : 0;
        var spread = 0.0;
        foreach (var choice in choices)
        {
            var distance = Math.Min(maxWeight, choice.Target / choice.Propensity) * (choice.Reward - snips);
            spread += distance * distance;
        }

        return new OffPolicyEstimates(
            Estimate.Of(ips.Mean, ips.MeanVariance, level),
            Estimate.Of(snips, weights > 0 ? spread / (weights * weights) : 0, level),
            Estimate.Of(robust.Mean, robust.MeanVariance, level),
            squares > 0 ? weights * weights / squares : 0,
            largest);
    }
}
