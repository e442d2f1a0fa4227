using BundleFunctions.Serving;
using BundleFunctions.Statistics;

namespace BundleFunctions.Experiments;

/// <summary>Assigns visitors to variants by hash: a visitor keeps a variant from visit to visit, on every host, with nothing stored.</summary>
public static class ExperimentAssigner
{
    /// <summary>What a question's asker is in. Whoever cannot be told apart is in nothing.</summary>
    public static ExperimentAssignment Assign(ExperimentBook book, AnswerContext context)
    {
        if ((context.Visitor ?? context.User) is not { } unit)
        {
            return ExperimentAssignment.None;
        }

        if (book.Holdout.Holds(unit))
        {
            return ExperimentAssignment.HeldOut;
        }

        var arms = book.Experiments
            .Where(experiment => experiment.IsRunning(context.At) && experiment.Touches(context.Page))
            .Select(experiment => FindArm(experiment, unit))
            .OfType<ExperimentArm>()
            .OrderBy(arm => arm.Experiment.Layer, StringComparer.Ordinal)
            .ToArray();
        return arms.Length == 0 ? ExperimentAssignment.None : new ExperimentAssignment(IsHeldOut: false, arms);
    }

    /// <summary>The arm of one experiment that a visitor is in; null where the visitor is not in its part of the layer.</summary>
    /// <remarks>Where in the layer a visitor lies is drawn by the layer's name, the variant by the experiment's: two experiments that follow one
    /// another in a layer do not inherit each other's groups.</remarks>
    public static ExperimentArm? FindArm(ExperimentDefinition experiment, Pseudonym unit)
    {
        var place = UnitHash.Of($"layer|{experiment.Layer}", unit.Value);
        if (place < experiment.From || place >= experiment.From + experiment.Share)
        {
            return null;
        }

        var left = UnitHash.Of($"variant|{experiment.Id}", unit.Value) * experiment.Variants.Sum(variant => variant.Weight);
        foreach (var variant in experiment.Variants)
        {
            left -= variant.Weight;
            if (left < 0)
            {
                return new ExperimentArm(experiment, variant, variant.Stopped is null ? variant : experiment.Variants[0]);
            }
        }

        var last = experiment.Variants[^1];
        return new ExperimentArm(experiment, last, last.Stopped is null ? last : experiment.Variants[0]);
    }
}
