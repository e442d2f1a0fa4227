using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Runs;

namespace BundleFunctions.Training.Sessions;

/// <summary>Lets models stand against each other on what is looked at next in sessions. Where a network wins, sessions can be answered while they go on.</summary>
/// <param name="contestants">The models, the simplest first.</param>
/// <param name="options">Valid options.</param>
internal sealed class SessionTraining(IReadOnlyList<Contestant> contestants, TrainingOptions options)
{
    // Fewer say nothing sure of which model is better.
    private const int LeastSessions = 500;
    private const int MostCases = 2000;

    /// <returns>Null where there are too few sessions, or nothing could be judged.</returns>
    public SessionResult? Run(ShopId shop, SessionLog log, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        if (log.Steps.Count < LeastSessions)
        {
            return null;
        }

        var tasks = NextItemTask.Split($"{shop}.sessions", log, options.TestShare, Math.Min(MostCases, options.MaxTestOrders));
        if (tasks.Test.Cases.Count == 0 || tasks.Validation.Task.Cases.Count == 0)
        {
            return null;
        }

        var evaluation = new EvaluationOptions { Seed = options.Seed, Threads = options.Threads };
        try
        {
            var result = new Contest(contestants, options.Contest, evaluation).Run(tasks, facts: null, champion: null, progress, cancellationToken);
            var model = result.Winner.Trainer.Train(log.Rows(0, log.Steps.Count), new TrainingContext(options.Threads, options.Seed), cancellationToken);
            return new SessionResult(result, model as ISessionNetwork, log.Products);
        }
        catch (Exception e) when (e is NoUsableModelException or DivergedException or UntrainedException)
        {
            // Sessions fall back to published lists; what orders teach is not touched.
            return null;
        }
    }
}
