using BundleFunctions.Associations;
using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Contests;

/// <summary>Lets models stand against each other on a shop's own orders. Validation orders choose the challenger, test orders judge it
/// against the champion, and the gate decides. Nothing is ever chosen by the orders that judge.</summary>
/// <param name="contestants">The models, the simplest first.</param>
/// <param name="options">Valid options.</param>
/// <param name="evaluation">How figures are measured.</param>
public sealed class Contest(IReadOnlyList<Contestant> contestants, ContestOptions options, EvaluationOptions evaluation)
{
    private readonly TrainingContext _context = new(evaluation.Threads, evaluation.Seed);

    /// <param name="tasks">Validation and test.</param>
    /// <param name="facts">Stock and margins, for the gate's guardrails; null where they are not known.</param>
    /// <param name="champion">The kind of model that serves; null where none does.</param>
    /// <param name="progress">Told how many models have been judged, and how many there are.</param>
    /// <exception cref="NoUsableModelException">No contestant can be ranked by.</exception>
    public ContestResult Run(
        SplitTasks tasks, ItemFacts? facts, string? champion, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var chosen = new Judge(tasks.Validation.Task, Lean(tasks.Validation.Task), evaluation, _context);

        // Segments cost more than all else; bundles evaluate shows them.
        var judges = new Judge(tasks.Test with { Segments = [] }, MetricSuite.Of(tasks.Test, evaluation.Cut, facts), evaluation, _context);
        var (done, total) = (0, contestants.Count + options.Baselines.Count + 2);
        progress.Report((0, total));
        foreach (var contestant in contestants)
        {
            chosen.Evaluate(contestant, cancellationToken);
            progress.Report((++done, total));
        }

        var challenger = Challenger(chosen);
        var measure = Find(champion) ?? Find(options.Baselines[0]) ?? contestants[0];
        foreach (var contestant in contestants.Where(one => one == challenger || one == measure || one.RuledOut is not null || options.Baselines.Contains(one.Name, StringComparer.Ordinal)))
        {
            judges.Evaluate(contestant, cancellationToken);
            progress.Report((++done, total));
        }

        progress.Report((total, total));
        var (winner, gate) = Decide(tasks, judges, challenger, measure, champion);
        return new ContestResult(winner, gate, chosen.Report(options.Gate.PrimaryMetric), judges.Report(options.Gate.PrimaryMetric));
    }

    /// <summary>The simplest of those that are not surely worse than the best on validation.</summary>
    private Contestant Challenger(Judge chosen)
    {
        var figures = contestants.Select(one => chosen.Judged.FirstOrDefault(judged => string.Equals(judged.Model, one.Name, StringComparison.Ordinal))).ToArray();
        var best = figures.OfType<ModelEvaluation>().MaxBy(Primary);
        if (best is null)
        {
            return Find(options.Unproven) is { } unproven && !chosen.Failures.ContainsKey(unproven.Name) ? unproven
                : throw new NoUsableModelException(
                    $"No model can be served: {string.Join(" ", chosen.Failures.Select(failure => $"{failure.Key}: {failure.Value}"))}");
        }

        return contestants.Zip(figures).Where(pair => pair.Second is not null && !IsWorse(pair.Second, best))
            .OrderBy(pair => pair.First.Complexity).ThenByDescending(pair => Primary(pair.Second!)).First().First;
    }

    private bool IsWorse(ModelEvaluation model, ModelEvaluation best) =>
        !ReferenceEquals(model, best)
        && PairedComparison.Of(Values(model), Values(best), evaluation.Resamples, EvaluationOptions.Level, evaluation.Seed).Interval.High < 0;

    private (Contestant Winner, GateRecord Gate) Decide(
        SplitTasks tasks, Judge judges, Contestant challenger, Contestant measure, string? champion)
    {
        GateRecord Record(string decision, params IReadOnlyList<string> reasons) => new(decision, champion, challenger.Name, reasons);
        var fallback = Find(champion) ?? Find(options.Unproven) ?? measure;
        if (Find(champion) is null && Math.Min(tasks.Validation.Task.Cases.Count, tasks.Test.Cases.Count) < options.Gate.MinCases)
        {
            return (fallback, Record(
                "hold", $"Only {tasks.Test.Cases.Count} orders to judge by and {tasks.Validation.Task.Cases.Count} to choose by (expected {options.Gate.MinCases}): {fallback.Name} serves, which needs no choice."));
        }

        if (challenger == measure && champion is not null)
        {
            return (measure, Record("hold", $"{measure.Name} serves, and none was shown to be better on the validation orders."));
        }

        if (judges.Failures.TryGetValue(challenger.Name, out var fault))
        {
            return judges.Failures.ContainsKey(measure.Name)
                ? throw new NoUsableModelException($"Neither {challenger.Name} nor {measure.Name} can be served: {fault}")
                : (measure, Record("refuse", fault));
        }

        if (judges.Failures.TryGetValue(measure.Name, out var broken))
        {
            return (challenger, Record("promote", broken));
        }

        var decision = new PromotionGate(options.Gate).Decide(
            Input(judges, measure), Input(judges, challenger), champion is null ? null : Drift(tasks));
        var wins = decision.Verdict == GateVerdict.Promote || challenger == measure;
        return (wins ? challenger : measure, Record(wins ? "promote" : decision.Verdict == GateVerdict.Hold ? "hold" : "refuse", decision.Reasons));
    }

    /// <summary>How far the validation orders are from those before them.</summary>
    private static double Drift(SplitTasks tasks)
    {
        var before = tasks.Validation.Task.Train;
        var added = tasks.Test.Train.Rows.Rows - before.Rows.Rows;
        return added <= 0 ? 0 : InputDrift.Of(before, tasks.Test.Train.TakeRows([.. Enumerable.Range(before.Rows.Rows, added)]));
    }

    private GateInput Input(Judge judges, Contestant contestant) => GateInput.Of(
        judges.Judged.First(judged => string.Equals(judged.Model, contestant.Name, StringComparison.Ordinal)),
        options.Gate.PrimaryMetric,
        evaluation.Cut,
        contestant.Complexity);

    private MetricSuite Lean(RankingTask task) => new(
        [new Ndcg(evaluation.Cut), new HitRate(evaluation.Cut), new HitRate(2 * evaluation.Cut)],
        [new Coverage(evaluation.Cut, task), new ExposureGini(evaluation.Cut, task)],
        evaluation.Cut);

    private double Primary(ModelEvaluation judged) => judged.Figure(options.Gate.PrimaryMetric)?.Mean ?? double.NegativeInfinity;

    private double[] Values(ModelEvaluation judged) => [.. judged.Values[options.Gate.PrimaryMetric].Select(value => value ?? 0)];

    private Contestant? Find(string? name) => contestants.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal));
}
