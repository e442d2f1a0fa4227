using BundleFunctions.Numerics.Statistics;

namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>Judges several bundlers on the same sessions.</summary>
/// <param name="resamples">Bootstrap resamples of the sessions, 1 or more.</param>
/// <param name="seed">Draws them; every bundler meets the same ones, so that differences are paired.</param>
public sealed class GenerationComparison(int resamples, ulong seed)
{
    /// <summary>Scores each bundler on each session; the first one is compared with every other.</summary>
    /// <param name="parts">Sessions with one bundle or more each, and the bundlers that are judged on them: the same names in the same order
    /// for every part, ours first. Figures are over the sessions of all parts.</param>
    public IReadOnlyList<GenerationResult> Run(
        IReadOnlyList<(IReadOnlyList<LabelledSession> Sessions, IReadOnlyList<(string Name, ISessionBundler Bundler)> Bundlers)> parts)
    {
        var bundlers = parts[0].Bundlers;
        var scores = bundlers.Select((_, i) => parts.SelectMany(part =>
            part.Sessions.Select(session => GenerationScore.Of(part.Bundlers[i].Bundler.Generate(session.Items), session.Bundles))).ToArray()).ToArray();
        return [.. bundlers.Select((entry, i) => new GenerationResult(
            entry.Name,
            Estimate(scores[i], score => score.ExactF1),
            Estimate(scores[i], score => score.Jaccard),
            Estimate(scores[i], score => score.PairF1),
            Difference(scores[0], scores[i], score => score.ExactF1),
            Difference(scores[0], scores[i], score => score.PairF1)))];
    }

    private FigureWithInterval Difference(GenerationScore[] ours, GenerationScore[] theirs, Func<GenerationScore, double> figure) =>
        Bootstrap([.. ours.Select((score, i) => figure(score) - figure(theirs[i]))]);

    private FigureWithInterval Estimate(GenerationScore[] scores, Func<GenerationScore, double> figure) =>
        Bootstrap(Array.ConvertAll(scores, score => figure(score)));

    private FigureWithInterval Bootstrap(double[] values)
    {
        var interval = MeanBootstrap.Of(values, resamples, level: 0.95, seed);
        return new FigureWithInterval(values.Length == 0 ? 0 : values.Average(), interval.Low, interval.High);
    }
}
