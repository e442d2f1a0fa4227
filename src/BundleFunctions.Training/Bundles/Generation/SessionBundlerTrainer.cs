using BundleFunctions.Training.Bundles.Generation.Evaluation;

namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Learns a <see cref="SessionBundler"/>. The same sessions give the same bundler.</summary>
/// <param name="features">What is known of the items.</param>
/// <param name="options">Valid options.</param>
public sealed class SessionBundlerTrainer(PairFeatures features, SessionBundlerOptions options)
{
    /// <summary>Learns from sessions in their given order, which decides the folds. Items of which nothing is known are left out of them,
    /// so that nothing is learned from their want of a title.</summary>
    public SessionBundler Train(IReadOnlyList<LabelledSession> sessions)
    {
        var known = sessions.Select(session => session with { Items = [.. session.Items.Where(features.Knows).Take(SubsetCandidates.MaxItems)] })
            .Where(session => session.Items.Count >= 2).ToArray();
        var examples = new SubsetScorer.Example[known.Length];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var pairs = PairAffinity.Learn(Outside(known, fold), features, options.Ridge);
            for (var i = fold; i < known.Length; i += options.Folds)
            {
                examples[i] = SubsetScorer.Prepare(known[i], pairs.Probabilities(known[i].Items));
            }
        }

        return new SessionBundler(
            PairAffinity.Learn(known, features, options.Ridge),
            SubsetScorer.Learn(examples, options.Ridge),
            FindThreshold(known, examples),
            options);
    }

    // The threshold that does best on sessions that neither model saw: by exact-match and by pair F1.
    private double FindThreshold(LabelledSession[] sessions, SubsetScorer.Example[] examples)
    {
        var sums = new double[options.Thresholds.Count];
        for (var fold = 0; fold < options.Folds; fold++)
        {
            var sets = SubsetScorer.Learn(Outside(examples, fold), options.Ridge);
            for (var i = fold; i < sessions.Length; i += options.Folds)
            {
                for (var t = 0; t < sums.Length; t++)
                {
                    var chosen = sets.Choose(examples[i].Masks, examples[i].Rows, options.Thresholds[t], options.MaxBundles);
                    var score = GenerationScore.Of([.. chosen.Select(mask => SubsetScorer.ItemsOf(mask, sessions[i].Items))], sessions[i].Bundles);
                    sums[t] += score.ExactF1 + score.PairF1;
                }
            }
        }

        return options.Thresholds[Array.IndexOf(sums, sums.Max())];
    }

    private IEnumerable<T> Outside<T>(T[] all, int fold) => all.Where((_, i) => i % options.Folds != fold);
}
