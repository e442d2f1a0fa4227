using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BundleFunctions.Training.Evaluation;
using BundleFunctions.Training.Evaluation.Metrics;
using BundleFunctions.Training.Evaluation.Reports;
using BundleFunctions.Training.Evaluation.Splits;
using BundleFunctions.Training.Tests.Evaluation.Metrics;

namespace BundleFunctions.Training.Tests.Evaluation.Reports;

public sealed partial class ReportTests
{
    private const string Hostile = "<script>alert(\"x\")</script> & 'co'";

    private static readonly EvaluationReport Report = Make(threads: 1);

    [Fact]
    public void Of_SeveralModels_PutsTheBestFirstAndComparesTheOthersWithIt()
    {
        Report.Models.Select(model => model.Model).ShouldBe(["oracle", Hostile, "alike"], ignoreOrder: true);
        Report.Models[0].Model.ShouldBe("oracle");
        Report.Models[0].Figure("ndcg@10")!.ShouldBe(new Estimate(1, 1, 1, 0, 60));
        Report.Comparisons.Select(comparison => comparison.Key).ShouldBe(Report.Models.Skip(1).Select(model => model.Model));
        Report.Comparisons.ShouldAllBe(comparison => comparison.Value.Interval.High < 0 && comparison.Value.PermutationPValue < 0.01);
    }

    [Fact]
    public void Page_AnyNames_IsWellFormedEscapedAndNeedsNothingElse()
    {
        var page = ReportPage.Write(Report);
        var body = XDocument.Parse(page["<!DOCTYPE html>\n".Length..]);
        body.Descendants("svg").Count().ShouldBe(Report.Models[0].Figures.Count + 2);
        body.Descendants("script").ShouldBeEmpty();
        body.Root!.Value.ShouldContain(Hostile);
        body.Descendants().Attributes().Select(attribute => attribute.Name.LocalName).ShouldNotContain("src");
        Address().IsMatch(page).ShouldBeFalse("no address of anything else");
        ReportPage.Write(Report with { Failures = [] }).ShouldNotContain("NaN", Case.Sensitive);
    }

    [Fact]
    public void Page_AnyFigure_StandsThereWithItsInterval()
    {
        var body = XDocument.Parse(ReportPage.Write(Report)["<!DOCTYPE html>\n".Length..]);
        var row = body.Descendants("table").Last().Descendants("tr").Single(row => row.Element("th")!.Value == "recall@10");
        row.Elements("td").Select(cell => cell.Value).ShouldBe(Report.Models.Select(model => model.Figure("recall@10")!)
            .Select(figure => FormattableString.Invariant($"{figure.Mean:0.####} {figure.Low:0.####} to {figure.High:0.####}").Replace(" 1 to 1", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public void Json_Read_HoldsTheFigures()
    {
        using var json = JsonDocument.Parse(Json(Report));
        var oracle = json.RootElement.GetProperty("models")[0];
        oracle.GetProperty("figures").GetProperty("ndcg@10").GetProperty("mean").GetDouble().ShouldBe(1);
        oracle.GetProperty("segments").EnumerateObject().Select(segment => segment.Name).ShouldContain("tail");
        json.RootElement.GetProperty("failures").GetProperty("broken").GetString().ShouldBe("NaN in epoch 1");
    }

    [Fact]
    public void Write_AnyNumberOfThreads_SameBytes()
    {
        var other = Make(threads: 8);
        ReportPage.Write(other).ShouldBe(ReportPage.Write(Report));
        Json(other).ShouldBe(Json(Report));
    }

    [Fact]
    public void Page_NoModelAtAll_SaysWhy()
    {
        var page = ReportPage.Write(Report with { Models = [], Comparisons = [] });
        page.ShouldContain("<strong>broken was not judged:</strong> NaN in epoch 1");
    }

    [Fact]
    public void Lorenz_EvenAndUneven_LiesOnAndUnderTheDiagonal()
    {
        LorenzCurve.Of([.. Enumerable.Repeat(3L, 200)]).ShouldAllBe(point => Math.Abs(point.X - point.Y) < 1e-12);
        var uneven = LorenzCurve.Of([.. Enumerable.Repeat(0L, 99), 7]);
        uneven[^2].Y.ShouldBe(0);
        uneven[^1].ShouldBe((1, 1));
        LorenzCurve.Of([0, 0]).Count.ShouldBe(1);
    }

    private static EvaluationReport Make(int threads)
    {
        var options = new EvaluationOptions { Resamples = 200, Threads = threads };
        var random = new RandomAnswers(seed: 4);
        var task = CaseSegments.Add(random.Task);
        var evaluator = new Evaluator(task, MetricSuite.Of(task), options);
        var oracle = new FormulaModel(RandomAnswers.Items, (query, item) => task.Cases[query.Row].Relevant.Contains(item) ? 1 : 0);
        return EvaluationReport.Of(
            task,
            "ndcg@10",
            [
                evaluator.Evaluate(Hostile, random.Model, null, CancellationToken.None),
                evaluator.Evaluate("oracle", oracle, null, CancellationToken.None),
                evaluator.Evaluate("alike", new FormulaModel(RandomAnswers.Items, (_, _) => 0), null, CancellationToken.None),
            ],
            [new("broken", "NaN in epoch 1")],
            options);
    }

    private static string Json(EvaluationReport report)
    {
        using var file = new MemoryStream();
        ReportJson.Write(report, file);
        return System.Text.Encoding.UTF8.GetString(file.ToArray());
    }

    [GeneratedRegex("https?:|url\\(|@import|<link|<img", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
