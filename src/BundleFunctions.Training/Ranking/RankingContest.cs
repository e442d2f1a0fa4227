using BundleFunctions.Associations;
using BundleFunctions.Numerics.Statistics;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Ranking;

/// <summary>Lets ways to learn an order stand against the order before and each other: newer answers choose the challenger, the newest judge it
/// against the champion, and the gate that decides about models decides here too.</summary>
/// <param name="trainers">Ways to learn, each name once.</param>
/// <param name="gate">When a challenger takes the champion's place.</param>
/// <param name="context">Threads and seed.</param>
public sealed class RankingContest(IReadOnlyList<IRankerTrainer> trainers, GateOptions gate, TrainingContext context)
{
    /// <summary>The name of the order before: that of the published lists.</summary>
    public const string Published = "published";

    private const int Resamples = 1000;

    private readonly SortedDictionary<string, string> _failures = new(StringComparer.Ordinal);

    /// <param name="learn">To learn from.</param>
    /// <param name="validation">Newer: to choose by.</param>
    /// <param name="test">The newest: to judge by, once.</param>
    /// <param name="champion">The order that serves; null or <see cref="Published"/> for the order before.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public RankingResult Run(RankingData learn, RankingData validation, RankingData test, string? champion, CancellationToken cancellationToken)
    {
        var serving = trainers.FirstOrDefault(trainer => string.Equals(trainer.Name, champion, StringComparison.Ordinal));
        if (Math.Min(learn.Groups.Count, Math.Min(validation.Groups.Count, test.Groups.Count)) < gate.MinCases)
        {
            return new RankingResult(null, new GateRecord("hold", champion, Published, [
                $"Only {learn.Groups.Count} answers to learn an order from, {validation.Groups.Count} to choose by and {test.Groups.Count} to judge by (expected {gate.MinCases}): the published order serves."]), [], _failures);
        }

        var chosen = Judge(learn, validation, cancellationToken);
        var best = chosen.MaxBy(figures => figures.Mean)!;
        var challenger = chosen.Where(figures => !IsWorse(figures, best)).OrderBy(figures => figures.Complexity).ThenByDescending(figures => figures.Mean).First().Name;
        var judged = Judge(learn.With(validation), test, cancellationToken);
        var measure = judged.FirstOrDefault(figures => string.Equals(figures.Name, serving?.Name, StringComparison.Ordinal)) ?? judged[0];
        var rival = judged.FirstOrDefault(figures => string.Equals(figures.Name, challenger, StringComparison.Ordinal));
        var (winner, record) = Decide(measure, rival, challenger, champion);
        if (serving is null && champion is not (null or Published))
        {
            record = record with { Reasons = [.. record.Reasons, $"The {champion} order served, which cannot be learned here; the published order was the measure."] };
        }

        var trainer = trainers.FirstOrDefault(one => string.Equals(one.Name, winner, StringComparison.Ordinal));
        try
        {
            return new RankingResult(trainer?.Train(learn.With(validation).With(test), context, cancellationToken), record, judged, _failures);
        }
        catch (Exception e) when (e is DivergedException or UntrainedException)
        {
            return new RankingResult(null, record with { Decision = "refuse", Reasons = [e.Message, .. record.Reasons] }, judged, _failures);
        }
    }

    private (string Winner, GateRecord Record) Decide(OrderFigures measure, OrderFigures? rival, string challenger, string? champion)
    {
        if (rival is null)
        {
            return (measure.Name, new GateRecord("refuse", champion, challenger, [_failures[challenger]]));
        }

        if (string.Equals(rival.Name, measure.Name, StringComparison.Ordinal))
        {
            return (measure.Name, new GateRecord("hold", champion, challenger, [$"The {measure.Name} order serves, and none was shown to be better on the answers that chose."]));
        }

        var decision = new PromotionGate(gate).Decide(measure.Shown, rival.Shown);
        var wins = decision.Verdict == GateVerdict.Promote;
        return (wins ? rival.Name : measure.Name, new GateRecord(
            wins ? "promote" : decision.Verdict == GateVerdict.Hold ? "hold" : "refuse", champion, challenger, decision.Reasons));
    }

    /// <summary>The order before, and whatever could be learned; what could not is named and costs the others nothing.</summary>
    private List<OrderFigures> Judge(RankingData learn, RankingData cases, CancellationToken cancellationToken)
    {
        var judge = new OrderJudge(cases);
        var judged = new List<OrderFigures> { judge.Judge(Published, 0, null) };
        foreach (var trainer in trainers)
        {
            try
            {
                judged.Add(judge.Judge(trainer.Name, trainer.Complexity, trainer.Train(learn, context, cancellationToken)));
            }
            catch (Exception e) when (e is DivergedException or UntrainedException)
            {
                _failures[trainer.Name] = e.Message;
            }
        }

        return judged;
    }

    private bool IsWorse(OrderFigures one, OrderFigures best) =>
        !ReferenceEquals(one, best)
        && PairedComparison.Of([.. one.Ndcg], [.. best.Ndcg], Resamples, EvaluationOptions.Level, context.Seed).Interval.High < 0;
}
