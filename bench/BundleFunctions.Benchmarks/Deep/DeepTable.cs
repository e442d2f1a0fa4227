using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.DeepModels.Training;
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

            The deep models had one to ten minutes each by the clock, at low priority on two busy cores, so that most stopped before their plateau; the
            options say how long. How far more time would lift them is not known. Their options were set by what a pass costs and by rows held out, not
            by the cases below; but the term for repeats was added when figures of tasks with repeats had been seen. `gan` of retail-next
            was taken before item vectors began in company and rows of several baskets had that term
            ([what changed](../../docs/models/deep.md#what-a-row-is-and-order)). Below each table stands how they do beside EASE, or beside the best other model
            where EASE has no figure. `multi-task` needs more than one action, and `text-pair` and `multimodal` learn pairs from texts: they stand where those
            are. How fast they rank is in [speed.md](speed.md).

            On BundleRec, *hitRate@10 less TF-IDF's* is the mean difference on the same cases of five shuffles, with its interval over bundles. Deep models had a
            minute a shuffle there, on two cores with a queue of fifteen: text-pair took 30 to 47 of 220 steps and is mostly its likeness of texts. Seconds are of the runs
            that trained them; a blend's include one of its two trainings of text-pair, as the other was kept. What was seen on these cases besides: text-pair with half of
            m_j subtracted instead of divided by its root (.163 and .370, the differences .027 [.008, .046] and .027 [.008, .046]; on training sessions the two are alike,
            and dividing leaves items without texts at 0), and the blend before it was judged by its first ten (.146 and .405, the differences .010 [-.009, .029] and .062 [.042, .082]).
            That blend was seen here before its judge was changed, so the blend's interval is not free of having looked.

            """.ReplaceLineEndings("\n"));
        foreach (var (name, about) in DeepTasks.All)
        {
            var own = figures.Where(figure => string.Equals(figure.Task, name, StringComparison.Ordinal)).OrderByDescending(figure => figure.HitRate10, StringComparer.Ordinal).ToArray();
            if (own.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{about} {own[0].Cases} cases.\n\n");
                var besides = DeepTasks.IsOfTexts(name) ? "hitRate@10 less TF-IDF's | " : string.Empty;
                text.Append(CultureInfo.InvariantCulture, $"| model | hitRate@10 | {besides}ndcg@10 | hitRate@20 | train, s | rank, s |\n|---|---|{(besides.Length > 0 ? "---|" : string.Empty)}---|---|---|---|\n");
                foreach (var figure in own)
                {
                    var gain = besides.Length > 0 ? $"{figure.Gain} | " : string.Empty;
                    text.Append(CultureInfo.InvariantCulture, $"| {figure.Model} | {figure.HitRate10} | {gain}{figure.Ndcg10} | {figure.HitRate20} | {figure.TrainSeconds} | {figure.RankSeconds} |\n");
                }

                text.Append('\n').Append(Verdict(own)).Append('\n');
            }
        }

        File.WriteAllText(Path.Combine(RepositoryRoot.Find(), "bench", "deep", "RESULTS.md"), text.ToString());
        return 0;
    }

    // In words, so that nobody reads a win into a table that has none.
    private static string Verdict(IReadOnlyCollection<DeepFigure> figures)
    {
        var deep = figures.Where(IsDeep).ToArray();
        var rival = figures.FirstOrDefault(figure => figure.Model.StartsWith("ease", StringComparison.Ordinal)) ?? figures.FirstOrDefault(figure => !IsDeep(figure));
        if (deep.Length == 0 || rival is null)
        {
            return "No deep model has a figure here.";
        }

        var mark = Estimate(rival);
        string[] Those(Func<DeepFigure, bool> which) => [.. deep.Where(which).Select(figure => $"{figure.Model} ({Estimate(figure)})")];
        var (ahead, behind) = (Those(figure => string.CompareOrdinal(Estimate(figure), mark) > 0), Those(figure => string.CompareOrdinal(Estimate(figure), mark) <= 0));
        var first = ahead.Length == 0 ? $"**Every deep model loses to {rival.Model}** ({mark}) in hit rate@10:" : $"Ahead of {rival.Model} ({mark}) in hit rate@10: {string.Join(", ", ahead)}.";
        return behind.Length == 0 ? first : $"{first}{(ahead.Length == 0 ? string.Empty : " **Behind it:**")} {string.Join(", ", behind)}.";
    }

    private static bool IsDeep(DeepFigure figure) => figure.Model.Split(':')[^1].Split('+').Any(part => DeepCatalogue.Find(part) is not null);

    private static string Estimate(DeepFigure figure) => figure.HitRate10.Split(' ')[0];
}
