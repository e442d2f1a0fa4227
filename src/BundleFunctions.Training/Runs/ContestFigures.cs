using BundleFunctions.Training.Contests;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Ranking;

namespace BundleFunctions.Training.Runs;

/// <summary>A contest's figures as a manifest holds them.</summary>
internal static class ContestFigures
{
    private static readonly string[] Short = ["ndcg@10", "hitRate@10", "hitRate@20", "coverage@10"];

    /// <summary>The winner's figures on the test orders without prefix, those of the others with their names as prefix; what chose the
    /// challenger as <c>validation.{model}.ndcg@10</c>.</summary>
    public static SortedDictionary<string, double> Of(ContestResult result)
    {
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal)
        {
            ["test.cases"] = result.Test.Cases,
            ["test.trainOrders"] = result.Test.TrainRows,
            ["validation.cases"] = result.Validation.Cases,
        };
        foreach (var model in result.Test.Models)
        {
            if (string.Equals(model.Model, result.Winner.Name, StringComparison.Ordinal))
            {
                Add(figures, string.Empty, model);
            }

            Add(figures, $"{model.Model}.", model);
        }

        foreach (var model in result.Validation.Models)
        {
            if (model.Figure("ndcg@10") is { } figure)
            {
                figures[$"validation.{model.Model}.ndcg@10"] = figure.Mean;
            }
        }

        return figures;
    }

    /// <summary>Adds how models did on sessions as <c>session.{model}.ndcg@10</c>, and so on; nothing where there was no such contest.</summary>
    public static void AddSessions(SortedDictionary<string, double> figures, ContestResult? result)
    {
        foreach (var model in result?.Test.Models ?? [])
        {
            Add(figures, $"session.{model.Model}.", model);
        }
    }

    /// <summary>Adds how orders of bundles did as <c>order.{name}.ndcg@10</c>, with 95 % intervals; nothing where none was judged.</summary>
    public static void AddOrder(SortedDictionary<string, double> figures, RankingResult? result, ulong seed)
    {
        if (result is not { Figures.Count: > 0 })
        {
            return;
        }

        figures["order.cases"] = result.Figures[0].Ndcg.Count;
        var estimates = Estimate.OfEach([.. result.Figures.Select(one => one.Ndcg.Select(value => (double?)value))], new EvaluationOptions { Seed = seed });
        for (var i = 0; i < estimates.Length; i++)
        {
            var name = $"order.{result.Figures[i].Name}.ndcg@10";
            (figures[name], figures[$"{name}.low"], figures[$"{name}.high"]) = (estimates[i]!.Mean, estimates[i]!.Low, estimates[i]!.High);
        }
    }

    private static void Add(SortedDictionary<string, double> figures, string prefix, ModelEvaluation model)
    {
        foreach (var name in Short)
        {
            if (model.Figure(name) is { } figure)
            {
                figures[$"{prefix}{name}"] = figure.Mean;
                figures[$"{prefix}{name}.low"] = figure.Low;
                figures[$"{prefix}{name}.high"] = figure.High;
            }
        }
    }
}
