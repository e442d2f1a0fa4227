using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Evaluation.Gate;

/// <summary>Decides whether a challenger takes the champion's place, from figures on the same cases. A pure function: equal figures and
/// options give equal decisions. Ties go to the champion.</summary>
/// <param name="options">Valid options.</param>
public sealed class PromotionGate(GateOptions options)
{
    /// <param name="champion">Figures of the model that serves.</param>
    /// <param name="challenger">Figures of the model that would.</param>
    /// <param name="inputDrift">Population stability index between the data that the champion learned from and today's; null where it is not known.</param>
    public GateDecision Decide(GateInput champion, GateInput challenger, double? inputDrift = null)
    {
        if (Unusable(challenger) is { } fault)
        {
            return new GateDecision(GateVerdict.Refuse, [fault], null);
        }

        if (champion.Primary.Count != challenger.Primary.Count)
        {
            return new GateDecision(
                GateVerdict.Refuse, [GateWords.Say($"{challenger.Model} was judged on {challenger.Primary.Count} cases and {champion.Model} on {champion.Primary.Count}; expected the same.")], null);
        }

        if (inputDrift is { } moved && !double.IsFinite(moved))
        {
            return new GateDecision(GateVerdict.Refuse, [GateWords.Say($"The drift of the input is {moved}; expected a finite number.")], null);
        }

        // A champion that is broken itself is no measure of anything; whatever is sound may replace it.
        if (Unusable(champion) is { } broken)
        {
            return challenger.Primary.Count < options.MinCases
                ? new GateDecision(GateVerdict.Hold, [GateWords.Say($"Only {challenger.Primary.Count} cases; expected {options.MinCases}."), broken], null)
                : new GateDecision(GateVerdict.Promote, [broken], null);
        }

        return challenger.Primary.Count < options.MinCases ? Simpler(champion, challenger) : Compare(champion, challenger, inputDrift);
    }

    private GateDecision Simpler(GateInput champion, GateInput challenger)
    {
        var few = GateWords.Say($"Only {challenger.Primary.Count} cases, too few to choose by (expected {options.MinCases}): the simpler model serves.");
        var broken = new GateGuardrails(options).Broken(champion, challenger);
        return broken.Count > 0 ? new GateDecision(GateVerdict.Refuse, [.. broken, few], null)
            : challenger.Complexity < champion.Complexity ? new GateDecision(GateVerdict.Promote, [few, $"{challenger.Model} is simpler than {champion.Model}."], null)
            : new GateDecision(GateVerdict.Hold, [few, $"{champion.Model} is not more complex than {challenger.Model}."], null);
    }

    private GateDecision Compare(GateInput champion, GateInput challenger, double? inputDrift)
    {
        var comparison = PairedComparison.Of([.. challenger.Primary], [.. champion.Primary], options.Resamples, options.Level, options.Seed);
        var found = GateWords.Compared(options, champion, challenger, comparison);
        var broken = new GateGuardrails(options).Broken(champion, challenger);
        if (comparison.Interval.High < 0)
        {
            return new GateDecision(GateVerdict.Refuse, [$"{found} It is worse.", .. broken], comparison);
        }

        if (broken.Count > 0)
        {
            return new GateDecision(GateVerdict.Refuse, [.. broken, found], comparison);
        }

        // Both tests must agree: the interval on how much, the permutation on whether at all.
        var isBetter = comparison.Interval.Low > options.LeastGain && comparison.PermutationPValue <= 1 - options.Level;
        if (inputDrift >= options.DriftHold)
        {
            return new GateDecision(GateVerdict.Hold, [GateWords.Drifted(inputDrift.Value, options.DriftHold, "nothing is promoted on it"), found], comparison);
        }

        string[] warning = inputDrift >= options.DriftWarning ? [GateWords.Drifted(inputDrift.Value, options.DriftWarning, "worth a look")] : [];
        return isBetter
            ? new GateDecision(GateVerdict.Promote, [$"{found} It is better.", .. warning], comparison)
            : new GateDecision(GateVerdict.Hold, [$"{found} That is not shown to be better.", .. warning], comparison);
    }

    private static string? Unusable(GateInput input)
    {
        for (var i = 0; i < input.Primary.Count; i++)
        {
            if (!double.IsFinite(input.Primary[i]))
            {
                return GateWords.Say($"{input.Model} has {input.Primary[i]} in case {i}; expected a finite number.");
            }
        }

        var figures = new (string Name, double? Value)[]
        {
            ("coverage", input.Coverage), ("exposure Gini index", input.ExposureGini), ("share out of stock", input.OutOfStock), ("margin", input.Margin),
        };
        foreach (var (name, value) in figures)
        {
            if (value is { } known && !double.IsFinite(known))
            {
                return GateWords.Say($"The {name} of {input.Model} is {known}; expected a finite number.");
            }
        }

        return null;
    }
}
