using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Training.Bundles.Generation.Rivals;
using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Bundles.Generation.Evaluation;

/// <summary>Sessions with bundles that people found in them, four fifths to learn from and one fifth to be judged on.</summary>
/// <param name="Train">Sessions to learn from.</param>
/// <param name="Test">Sessions to be judged on.</param>
/// <param name="Content">What is known of each item.</param>
public sealed record GenerationTask(
    IReadOnlyList<LabelledSession> Train, IReadOnlyList<LabelledSession> Test, IReadOnlyList<ItemContent> Content)
{
    private const int Parts = 5;

    /// <summary>Splits by session, in an order drawn from the seed: the last fifth is judged.</summary>
    public static GenerationTask Split(IEnumerable<LabelledSession> sessions, IReadOnlyList<ItemContent> content, ulong seed) =>
        Folds(sessions, content, seed)[^1];

    /// <summary>Five such splits, in which every session is judged once.</summary>
    public static IReadOnlyList<GenerationTask> Folds(IEnumerable<LabelledSession> sessions, IReadOnlyList<ItemContent> content, ulong seed)
    {
        LabelledSession[] shuffled = [.. sessions];
        SeededRandom.ForStream(seed, "split").Shuffle<LabelledSession>(shuffled);
        return [.. Enumerable.Range(0, Parts).Select(part =>
        {
            var (from, to) = (shuffled.Length * part / Parts, shuffled.Length * (part + 1) / Parts);
            return new GenerationTask([.. shuffled[..from], .. shuffled[to..]], shuffled[from..to], content);
        })];
    }

    /// <summary>The same task with items of which nothing is known taken out of every session, for every bundler alike.</summary>
    public GenerationTask OfKnownItems()
    {
        var features = new PairFeatures(Content);
        LabelledSession Known(LabelledSession session) => session with { Items = [.. session.Items.Where(features.Knows)] };
        return this with { Train = [.. Train.Select(Known)], Test = [.. Test.Select(Known)] };
    }

    /// <summary>Trains ours and its rivals and judges them all.</summary>
    public IReadOnlyList<GenerationResult> Compare(SessionBundlerOptions options, int resamples, ulong seed) =>
        Compare([this], options, resamples, seed);

    /// <summary>Trains ours and its rivals on each task and judges them on all of them as one.</summary>
    public static IReadOnlyList<GenerationResult> Compare(
        IEnumerable<GenerationTask> tasks, SessionBundlerOptions options, int resamples, ulong seed) =>
        new GenerationComparison(resamples, seed).Run([.. tasks.Select(task => (task.Test, task.TrainAll(options)))]);

    private IReadOnlyList<(string Name, ISessionBundler Bundler)> TrainAll(SessionBundlerOptions options)
    {
        var features = new PairFeatures(Content);
        return
        [
            ("ours", new SessionBundlerTrainer(features, options).Train(Train)),
            ("whole session", new WholeSession()),
            ("TF-IDF threshold", new TextThreshold(Train, features)),
            ("co-purchase", new CoPurchase(Train)),
            ("Apriori", new Apriori(Train)),
        ];
    }
}
