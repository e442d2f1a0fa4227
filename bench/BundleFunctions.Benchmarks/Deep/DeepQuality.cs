using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BundleFunctions.DeepModels.Training;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using ModelFigures = BundleFunctions.Training.Tests.Quality.Measured;

namespace BundleFunctions.Benchmarks.Deep;

/// <summary>Trains models on a task and adds how they did to <c>bench/deep/figures.ndjson</c>.</summary>
internal static class DeepQuality
{
    private static readonly ICaseMetric[] Metrics = [new HitRate(10), new Ndcg(10), new HitRate(20)];

    /// <summary>Where the figures are kept.</summary>
    public static string File => Path.Combine(RepositoryRoot.Find(), "bench", "deep", "figures.ndjson");

    /// <summary>Usage: deep-quality TASK MODEL,MODEL... [MAX-SECONDS] [CONFIG-JSON].</summary>
    public static int Run(string[] args)
    {
        var config = args.Length > 3 ? args[3] : "{}";
        var options = new DeepOptions
        {
            MaxSeconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 600,
            Trainer = Environment.GetEnvironmentVariable("BUNDLES_TRAINER"),
            KeepFinished = args[1].Contains("blend:", StringComparison.Ordinal)
                || Compression.All.Any(compression => args[1].Contains(compression.Suffix, StringComparison.Ordinal)),
            Config = DeepCatalogue.All.ToDictionary(kind => kind.Trained, _ => config, StringComparer.Ordinal),
        };
        var tasks = DeepTasks.Of(args[0]).ToArray();
        foreach (var (task, _) in tasks)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"{task.Name}: {task.Train.Rows.Rows} rows of {task.Items} items, {task.Cases.Count} cases"));
        }

        var rival = DeepTasks.IsOfTexts(args[0]) ? Measure("tf-idf", tasks, options).Measured : null;
        foreach (var name in args[1].Split(','))
        {
            var (measured, trainer, train, rank) = Measure(name, tasks, options);
            var figure = new DeepFigure(
                args[0], name, tasks.Sum(task => task.Task.Cases.Count), measured.Of(0).ToString(), measured.Of(1).ToString(), measured.Of(2).ToString(),
                Math.Round(train.TotalSeconds / tasks.Length, 1), Math.Round(rank.TotalSeconds / tasks.Length, 1), trainer.Fingerprint,
                rival is null || name is "tf-idf" ? null : measured.Beside(rival, 0).ToString());
            Keep(figure);
            Console.WriteLine(figure);
        }

        return 0;
    }

    private static (ModelFigures Measured, IRecommenderTrainer Trainer, TimeSpan Train, TimeSpan Rank) Measure(
        string name, IReadOnlyCollection<(RankingTask Task, int[]? Clusters)> tasks, DeepOptions options)
    {
        var trainer = DeepContestants.Create(name, options);
        var measured = new ModelFigures(name, Metrics);
        var (train, rank) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (task, clusters) in tasks)
        {
            var started = Stopwatch.GetTimestamp();
            var model = trainer.Train(task.Train, new TrainingContext(1, 1), CancellationToken.None);
            train += Stopwatch.GetElapsedTime(started);
            started = Stopwatch.GetTimestamp();
            measured.Add(model, task, clusters);
            rank += Stopwatch.GetElapsedTime(started);
        }

        return (measured, trainer, train, rank);
    }

    // Several runs may end at once.
    private static void Keep(DeepFigure figure)
    {
        using var figures = new Mutex(initiallyOwned: false, "bundles-deep-figures");
        figures.WaitOne();
        var lines = System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
        var others = lines.Select(line => JsonSerializer.Deserialize(line, DeepFigureJson.Default.DeepFigure)!)
            .Where(other => !string.Equals(other.Task, figure.Task, StringComparison.Ordinal) || !string.Equals(other.Model, figure.Model, StringComparison.Ordinal));
        System.IO.File.WriteAllLines(
            File,
            others.Append(figure).OrderBy(one => one.Task, StringComparer.Ordinal).ThenBy(one => one.Model, StringComparer.Ordinal)
                .Select(one => JsonSerializer.Serialize(one, DeepFigureJson.Readable.DeepFigure)));
        figures.ReleaseMutex();
    }
}
