using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Commands;

/// <summary><c>bundles evaluate</c>, <c>tune</c>, <c>train</c> and <c>models</c> over embedded stores, on a shop in which products go in pairs.</summary>
public sealed class ModelCommandsTests : IDisposable
{
    private const int Orders = 600;
    private const int Pairs = 20;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Evaluate_TwoModels_PrintsATableAndWritesTheReport()
    {
        await IngestAsync();
        var folder = Path.Combine(_directory.Path, "evaluation");

        var run = await RunAsync("evaluate", "--models", "popularity,ease", "--out", folder, "--cut", "5");

        run.Code.ShouldBe(ExitCodes.Done, run.Text);
        run.Text.ShouldContain("ndcg@5");
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json")));
        report.RootElement.GetRawText().ShouldContain("\"popularity\"");
        (await File.ReadAllTextAsync(Path.Combine(folder, "report.html"))).ShouldContain("<html");
        Row(run.Text, "ease").ShouldBeGreaterThan(0.95);
        Row(run.Text, "popularity").ShouldBeLessThan(0.5);
    }

    [Fact]
    public async Task Tune_EndedAndGoneOnWith_TriesWhatOneRunWouldHave()
    {
        await IngestAsync();
        var (halved, whole) = (Path.Combine(_directory.Path, "halved.ndjson"), Path.Combine(_directory.Path, "whole.ndjson"));

        var first = await RunAsync("tune", "--model", "ease", "--log", halved, "--trials", "3");
        var second = await RunAsync("tune", "--model", "ease", "--log", halved, "--trials", "6", "--threads", "1");
        (await RunAsync("tune", "--model", "ease", "--log", whole, "--trials", "6")).Code.ShouldBe(ExitCodes.Done);

        first.Code.ShouldBe(ExitCodes.Done, first.Text);
        first.Text.ShouldContain("Trial 3 of 3");
        second.Text.ShouldContain("3 trials stood in");
        second.Text.ShouldContain("Trial 6 of 6");
        second.Text.ShouldContain("Best of 6: ndcg@10 ");
        (await File.ReadAllTextAsync(halved)).ShouldBe(await File.ReadAllTextAsync(whole));
        (await RunAsync("tune", "--model", "rp3beta", "--log", halved)).Code.ShouldBe(ExitCodes.Failed, "the log is of another search");
    }

    [Theory]
    [InlineData("tune", "--model", "no-such", "'no-such' is no model that can be tuned; expected one of ease, ")]
    [InlineData("evaluate", "--models", "no-such", "'no-such' is no model; expected some of ")]
    public async Task ModelThatIsNone_WrongUse_NamesThoseThatAre(string command, string option, string value, string message)
    {
        var run = await RunAsync(command, option, value, command == "tune" ? "--log" : "--out", Path.Combine(_directory.Path, "x"));

        run.Code.ShouldNotBe(ExitCodes.Done);
        run.Text.ShouldContain(message);
    }

    [Theory]
    [InlineData("tune")]
    [InlineData("evaluate")]
    public async Task ShopWithoutOrders_Fails_AndSaysSo(string command)
    {
        var run = await RunAsync(command, command == "tune" ? "--model" : "--models", "ease", command == "tune" ? "--log" : "--out", Path.Combine(_directory.Path, "x"));

        run.Code.ShouldBe(ExitCodes.Failed, run.Text);
        run.Text.ShouldContain("There is nothing to ask about");
    }

    [Fact]
    public async Task Models_AfterATraining_ListsItWithItsReasonAndGoesBackToNothing()
    {
        (await RunAsync("models", "list")).Text.ShouldStartWith("0 models");
        await IngestAsync();
        var trained = await RunAsync("train", "--threads", "2");
        trained.Code.ShouldBe(ExitCodes.Done, trained.Text);

        var list = await RunAsync("models", "list");
        var back = await RunAsync("models", "rollback");

        list.Code.ShouldBe(ExitCodes.Done);
        list.Text.ShouldStartWith("1 models");
        list.Text.ShouldContain("ndcg@10 1.0000");
        back.Code.ShouldBe(ExitCodes.Failed);
        back.Text.ShouldContain("Nothing was changed.");
    }

    // NDCG, the first figure of a model's line.
    private static double Row(string text, string model) => double.Parse(
        text.Split('\n').Last(line => line.StartsWith($"{model} ", StringComparison.Ordinal) && !line.Contains("against", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);

    private async Task IngestAsync()
    {
        var text = new StringBuilder();
        for (var order = 0; order < Orders; order++)
        {
            var pair = order * 7 % Pairs;
            text.AppendLine(CultureInfo.InvariantCulture, $$"""
                {"type":"purchase","occurredAt":"{{new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(order):O}}","userId":"u{{order % 97}}","orderId":"o{{order}}","items":[{"productId":"a{{pair}}","quantity":1,"unitPrice":2},{"productId":"b{{pair}}","quantity":1,"unitPrice":3}],"currency":"EUR"}
                """);
        }

        var file = Path.Combine(_directory.Path, "orders.ndjson");
        await File.WriteAllTextAsync(file, text.ToString());
        var run = await RunAsync("ingest", file);
        run.Code.ShouldBe(ExitCodes.Done, run.Text);
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        var words = arguments[0] == "models" ? 2 : 1;
        string[] all = [.. arguments[..words], "--shop", "demo", "--data", _directory.Path, .. arguments[words..]];
        var code = await BundlesCommand.Create(output, output, () => Stream.Null).Parse(all)
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
