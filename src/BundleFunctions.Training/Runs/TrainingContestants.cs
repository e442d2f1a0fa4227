using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Ranking;
using BundleFunctions.Training.Sessions;

namespace BundleFunctions.Training.Runs;

/// <summary>Makes the models that stand against each other, from what there is to learn from.</summary>
/// <param name="OnOrders">Models that order what belongs together; null for the default set.</param>
/// <param name="OnSessions">Models that say what comes next in a session; null where sessions are not learned from.</param>
public sealed record TrainingContestants(
    Func<InteractionLog, IReadOnlyList<Contestant>>? OnOrders = null, Func<SessionLog, IReadOnlyList<Contestant>>? OnSessions = null)
{
    /// <summary>Ways to learn the order of bundles, the simplest first.</summary>
    public IReadOnlyList<IRankerTrainer> Rankers { get; init; } = [new LinearRankerTrainer()];
}
