using System.Globalization;
using System.Text;
using BundleFunctions.Testing;
using BundleFunctions.Training.Bundles.Generation;
using BundleFunctions.Training.Bundles.Generation.Evaluation;
using BundleFunctions.Training.Tests.Bundles.Generation;

namespace BundleFunctions.Benchmarks.Bundles;

/// <summary>Bundles out of sessions that people labelled: writes <c>bench/bundles/RESULTS.md</c>.</summary>
internal static class GenerationTable
{
    private const ulong Split = 0;
    private const int Resamples = 2000;

    public static int Run(string[] args)
    {
        var text = new StringBuilder("""
            # Bundles out of sessions

            BundleRec: shopping sessions in which people marked bundles. Four fifths of the sessions with a bundle to learn from, one fifth to be judged on,
            split by session (seed 0); under *every session judged once*, five such splits whose fifths are all the sessions. Exact-match F1, best-match Jaccard under the best one-to-one assignment, and F1 of pairs in one bundle: means over test
            sessions, a session without an answer counting 0; 95 % bootstrap intervals by session. *Behind*: how far a method is behind ours, paired by session.

            Titles exist only for items that stand in some bundle, so that having one must not be used. Under *all items* they stay in the sessions, and no method
            learns or concludes anything from the want of a title: what is not known is given the mean of what is. Under *known items* they are taken out for
            every method alike. *Whole session* takes all items for one bundle; it says how much of a figure the data gives away.

            Take it again with `dotnet run -c Release --project bench/BundleFunctions.Benchmarks bundle-generation`.

            """.ReplaceLineEndings("\n"));
        foreach (var domain in new[] { "electronic", "clothing" })
        {
            var task = BundleRecTask.Of(domain, Split);
            Append(text, $"{domain}, all items", [task]);
            Append(text, $"{domain}, known items", [task.OfKnownItems()]);
            Append(text, $"{domain}, all items, every session judged once", BundleRecTask.Folds(domain, Split));
        }

        var file = Path.Combine(RepositoryRoot.Find(), "bench", "bundles", "RESULTS.md");
        File.WriteAllText(file, text.ToString());
        Console.WriteLine(file);
        return 0;
    }

    private static void Append(StringBuilder text, string name, IReadOnlyList<GenerationTask> tasks)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{tasks[0].Train.Count} sessions to learn from, {tasks.Sum(task => task.Test.Count)} to be judged on.\n\n");
        text.Append("| method | exact F1 | Jaccard | pair F1 | behind, exact F1 | behind, pair F1 |\n|---|---|---|---|---|---|\n");
        foreach (var result in GenerationTask.Compare(tasks, new SessionBundlerOptions(), Resamples, seed: 1))
        {
            var first = result.Name is "ours";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Name} | {Text(result.ExactF1)} | {Text(result.Jaccard)} | {Text(result.PairF1)} | {(first ? "" : Text(result.BehindExactF1))} | {(first ? "" : Text(result.BehindPairF1))} |\n");
        }
    }

    private static string Text(FigureWithInterval figure) =>
        string.Create(CultureInfo.InvariantCulture, $"{figure.Mean:0.000} [{figure.Low:0.000}, {figure.High:0.000}]");
}
