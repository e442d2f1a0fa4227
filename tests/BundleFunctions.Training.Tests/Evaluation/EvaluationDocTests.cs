using System.Globalization;
using System.Text.RegularExpressions;
using BundleFunctions.Testing;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Gate;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Models;
using BundleFunctions.Training.Search;
using BundleFunctions.Training.Tests.Evaluation.Metrics;
using BundleFunctions.Training.Tests.Models;

namespace BundleFunctions.Training.Tests.Evaluation;

/// <summary>Holds docs/evaluation.md to the code.</summary>
public sealed partial class EvaluationDocTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(RepositoryRoot.Find(), "docs", "evaluation.md"));

    [Fact]
    public void Metrics_AreThoseOfTheSuite()
    {
        var task = new RandomAnswers(1).Task;
        var suite = MetricSuite.Of(task, 10, new ItemFacts(new bool[task.Items], new double?[task.Items]));
        var names = suite.CaseMetrics.Select(metric => metric.Name).Concat(suite.TaskMetrics.Select(metric => metric.Name)).Append(new VectorDiversity(10, []).Name)
            .Where(name => !name.Contains("recall@", StringComparison.Ordinal) || name == "recall@10").Where(name => name != "hitRate@20");

        Table("Metric").Select(cells => cells[0]).ShouldBe(names, ignoreOrder: true);
        suite.CaseMetrics.Where(metric => !metric.HigherIsBetter).Select(metric => metric.Name).ShouldBe(["calibration@10", "outOfStock@10"]);
        suite.TaskMetrics.Where(metric => !metric.HigherIsBetter).Select(metric => metric.Name).ShouldBe(["gini@10"]);
    }

    [Fact]
    public void Metrics_Example_IsAsComputed()
    {
        var task = new RankingTask("example", Checkerboard.Of([[0, 1]], 40), [new RankingCase(new Query([0]), [1, 2, 3])]);
        var answer = new RankedCase([], [], [1, 4, 12]);
        var suite = MetricSuite.Of(task);
        foreach (var cells in Table("Metric").Where(cells => cells[2].Length > 0))
        {
            var value = suite.CaseMetrics.Single(metric => metric.Name == cells[0]).Of(task.Cases[0], answer)!.Value;
            cells[2].ShouldBe(Math.Round(value, 6).ToString(CultureInfo.InvariantCulture), cells[0]);
        }
    }

    [Fact]
    public void Options_AreThoseOfTheRecordsWithTheirDefaults()
    {
        ShouldDocument(new EvaluationOptions(), new() { ["Threads"] = "one a core" });
        ShouldDocument(new SearchOptions(), new() { ["MaxTime"] = "none" });
        ShouldDocument(new GateOptions(), []);
    }

    [Fact]
    public void Splits_AreTypesOfTheCode() => Table("Split").Select(cells => cells[0].Split('.')).ShouldAllBe(name =>
        typeof(RankingTask).Assembly.GetType($"BundleFunctions.Training.Evaluation.Splits.{name[0]}")!.GetMethods().Any(method => name.Length == 1 || method.Name == name[1]));

    [Fact]
    public void Faults_AreInjectedByTestsThatExist()
    {
        var named = Lines.SkipWhile(line => line != "## When training goes wrong").SelectMany(line => TestName().Matches(line)).ToArray();
        named.Length.ShouldBeGreaterThan(15);
        var tests = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Find(), "tests"), "*.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal);
        named.Where(name => !tests[name.Groups["type"].Value].Any(file => File.ReadAllText(file).Contains($" {name.Groups["test"].Value}(", StringComparison.Ordinal)))
            .Select(name => name.Value).ShouldBeEmpty();
    }

    [GeneratedRegex(@"`(?<type>[A-Za-z]+)\.(?<test>[A-Za-z]+_[A-Za-z_]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();

    private static void ShouldDocument(object options, Dictionary<string, string> spoken)
    {
        var defaults = options.GetType().GetProperties().Where(property => property.CanWrite)
            .Select(property => (property.Name, spoken.GetValueOrDefault(property.Name) ?? Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture)!));
        Table($"`{options.GetType().Name}`").Select(cells => (cells[0], cells[1])).ShouldBe(defaults);
    }

    private static IEnumerable<string[]> Table(string corner) => Lines.SkipWhile(line => !line.StartsWith($"| {corner} |", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|')).Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries))
        .Select(cells => (string[])[cells[0].Trim('`'), .. cells[1..]]);
}
