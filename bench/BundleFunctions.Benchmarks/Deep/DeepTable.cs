using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Testing;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>Writes <c>bench/deep/RESULTS.md</c> from the figures that were taken.</summary>
internal static class DeepTable
{
    public static int Run(string[] args)
    {
        var figures = File.ReadAllLines(DeepQuality.File).Select(line => JsonSerializer.Deserialize(line, DeepFigureJson.Default.DeepFigure)!).ToArray();
        var text = new StringBuilder("""
            # Deep models beside classical ones

            Every model learns from the same rows and is asked the same questions by the same code. Each figure with its 95 % interval. *Train* and *rank* are
            seconds on one thread of a shared machine. The options of each line stand in [figures.ndjson](figures.ndjson). Take one again with
            `dotnet run -c Release --project bench/BundleFunctions.Benchmarks deep-quality TASK MODEL,MODEL SECONDS CONFIG`, then `deep-table`.

            The deep models had 250 to 600 seconds each on two busy cores, so that most stopped before their plateau; the options
            say how long. How far more time would lift them is not known. On the demo shop deep models win in NDCG@10 and not in hit rate@10.

            """.ReplaceLineEndings("\n"));
        foreach (var (name, about) in DeepTasks.All)
        {
            var own = figures.Where(figure => string.Equals(figure.Task, name, StringComparison.Ordinal)).OrderByDescending(figure => figure.HitRate10, StringComparer.Ordinal).ToArray();
            if (own.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{about} {own[0].Cases} cases.\n\n");
                text.Append("| model | hitRate@10 | ndcg@10 | hitRate@20 | train, s | rank, s |\n|---|---|---|---|---|---|\n");
                foreach (var figure in own)
                {
                    text.Append(CultureInfo.InvariantCulture, $"| {figure.Model} | {figure.HitRate10} | {figure.Ndcg10} | {figure.HitRate20} | {figure.TrainSeconds} | {figure.RankSeconds} |\n");
                }
            }
        }

        File.WriteAllText(Path.Combine(RepositoryRoot.Find(), "bench", "deep", "RESULTS.md"), text.ToString());
        return 0;
    }
}
