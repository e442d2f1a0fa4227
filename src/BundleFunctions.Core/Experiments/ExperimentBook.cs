using BundleFunctions.Bandits;

namespace BundleFunctions.Experiments;

/// <summary>Everything that a shop tries out. Never changes: a change makes the next version.</summary>
/// <param name="Version">Counts up from 0, the empty book.</param>
/// <param name="Holdout">Who is kept out.</param>
/// <param name="Experiments">In any order; each id once.</param>
/// <param name="Bandit">How answers learn from what is clicked and bought; null where they do not.</param>
public sealed record ExperimentBook(
    int Version, HoldoutOptions Holdout, IReadOnlyList<ExperimentDefinition> Experiments, BanditOptions? Bandit = null)
{
    /// <summary>The book of a shop that tries nothing out.</summary>
    public static ExperimentBook Empty { get; } = new(0, new HoldoutOptions(), []);

    /// <summary>Whether answers on that page depend on who asks: only then may they not be shared.</summary>
    public bool DependsOnAsker(string page, DateTimeOffset at) =>
        Holdout.Share > 0 || Experiments.Any(experiment => experiment.IsRunning(at) && experiment.Touches(page));
}
