using System.Globalization;
using System.Text;
using System.Text.Json;
using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.MachineLearning;

namespace BundleFunctions.EndToEnd.Tests.Commands;

/// <summary><c>bundles plan</c>, <c>segments</c>, <c>audience</c> and <c>sales</c> over embedded stores, on a shop whose users buy cameras or tea.</summary>
public sealed class PlanningCommandsTests : IDisposable
{
    private const int Orders = 700;
    private const int Users = 97;
    private const int HoursApart = 4;
    private const int Products = 12;

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task TrainedShop_IsForetoldDividedAndToldWhatItSold()
    {
        await OpenAsync();
        var (plan, table, people, lines) = (PathOf("plan.json"), PathOf("plan.csv"), PathOf("audience.csv"), PathOf("audience.ndjson"));
        var (sales, page) = (PathOf("sales.json"), PathOf("sales.html"));

        var planned = await RunAsync("plan", "--weeks", "3", "--output", plan);
        (await RunAsync("plan", "--weeks", "3", "--output", table)).Code.ShouldBe(ExitCodes.Done);
        var segments = await RunAsync("segments");
        var audience = await RunAsync("audience", "--product", "camera-1", "--limit", "20", "--output", people);
        (await RunAsync("audience", "--product", "camera-1", "--limit", "20", "--output", lines)).Code.ShouldBe(ExitCodes.Done);
        var sold = await RunAsync("sales", "--from", "2026-01-01", "--to", "2026-03-31", "--output", sales, "--output", page);

        planned.Code.ShouldBe(ExitCodes.Done, planned.Text);
        planned.Text.ShouldStartWith("learned through 2026-04-");
        planned.Text.Split('\n').Count(line => line.Contains("80 %:", StringComparison.Ordinal) && line.Contains("95 %:", StringComparison.Ordinal)).ShouldBe(3);
        planned.Text.ShouldContain("to order: ");
        JsonDocument.Parse(await File.ReadAllTextAsync(plan)).RootElement.GetProperty("products").GetArrayLength().ShouldBe(2 * Products);
        (await File.ReadAllLinesAsync(table)).Count(line => line.StartsWith("product,", StringComparison.Ordinal)).ShouldBe(2 * Products * 3);

        segments.Code.ShouldBe(ExitCodes.Done, segments.Text);
        segments.Text.ShouldContain("Cameras");
        segments.Text.ShouldContain("Tea");
        segments.Text.Split('\n').Where(line => line.Contains(" users  ", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)).ShouldBe(Users);

        audience.Code.ShouldBe(ExitCodes.Done, audience.Text);
        audience.Text.ShouldContain("users         20 of 97");
        var members = await File.ReadAllLinesAsync(people);
        (members[0], members.Length).ShouldBe(("user,expectedResponse,segment", 21));
        members.ShouldNotContain(line => line.StartsWith("u1,", StringComparison.Ordinal), "an audience names pseudonyms");
        (await File.ReadAllLinesAsync(lines)).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("user").GetString())
            .ShouldBe(members.Skip(1).Select(line => line.Split(',')[0]));

        (await RunAsync("audience", "--product", "nothing")).Text.ShouldContain("--product: 'nothing' is not in the catalogue of shop demo.");
        (await RunAsync("audience", "--bundle", "nothing")).Text.ShouldContain("--bundle: 'nothing' is none that shop demo serves");

        sold.Code.ShouldBe(ExitCodes.Done, sold.Text);
        sold.Text.ShouldContain("days          2026-01-01 .. 2026-03-31");
        sold.Text.ShouldContain($"EUR of {90 * 24 / HoursApart * 5:N2}", Case.Sensitive, "every order of the 90 days is worth 5");
        JsonDocument.Parse(await File.ReadAllTextAsync(sales)).RootElement.GetProperty("revenue").GetDecimal().ShouldBe(90 * 24 / HoursApart * 5);
        (await File.ReadAllTextAsync(page)).ShouldContain("<svg");
    }

    [Fact]
    public async Task Plan_WithTheSpectrum_SaysWhatThisBuildHasAndForetells()
    {
        await IngestAsync(orders: 180, products: 2);

        var run = await RunAsync("plan", "--weeks", "2", "--spectrum");

        run.Code.ShouldBe(ExitCodes.Done, run.Text);
        run.Text.ShouldStartWith(SpectrumForecasts.About);
        run.Text.ShouldContain("80 %:");
    }

    [Theory]
    [InlineData("plan", "--weeks", "--days", "--lead-time", "--service", "--calendar", "--spectrum", "--output")]
    [InlineData("segments", "--shop", "--data")]
    [InlineData("audience", "--bundle", "--product", "--limit", "--output")]
    [InlineData("sales", "--from", "--to", "--window", "--output")]
    public async Task Help_NamesEveryOption(string command, params string[] options)
    {
        var output = new StringWriter();

        (await BundlesCommand.Create(output, output, () => Stream.Null).Parse([command, "--help"])
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output, Error = output })).ShouldBe(ExitCodes.Done);

        options.ShouldAllBe(option => output.ToString().Contains(option, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plan.txt ends in '.txt'; expected .json or .csv", "plan", "--output", "plan.txt")]
    [InlineData("weeks is 99; expected 1..52", "plan", "--weeks", "99")]
    [InlineData("days is 57; expected 0..56", "plan", "--days", "57")]
    [InlineData("has no whole week of orders yet", "plan")]
    [InlineData("There are no segments: that takes profiles of enough signed-in users, and a training.", "segments")]
    [InlineData("Expected --bundle or --product, one of them.", "audience")]
    [InlineData("'people.xml' ends in '.xml'; expected .csv or .ndjson", "audience", "--product", "p", "--output", "people.xml")]
    [InlineData("--limit: expected 1..10000000.", "audience", "--product", "p", "--limit", "0")]
    [InlineData("--from: '1.2.2026' is no day; expected one such as 2026-02-28.", "sales", "--from", "1.2.2026")]
    [InlineData("sales.pdf ends in '.pdf'; expected .json, .csv or .html", "sales", "--output", "sales.pdf")]
    [InlineData("'Not a shop' is not a shop id; expected 1..63 characters", "segments", "--shop", "Not a shop")]
    public async Task InputThatCannotBe_FailsAndSaysWhatWouldDo(string message, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.Code.ShouldNotBe(ExitCodes.Done);
        run.Text.ShouldContain(message);
        File.Exists("plan.txt").ShouldBeFalse();
    }

    [Fact]
    public async Task CalendarThatIsNone_FailsAndNamesTheFile()
    {
        await File.WriteAllTextAsync(PathOf("days.json"), "[{\"name\":");

        var run = await RunAsync("plan", "--calendar", PathOf("days.json"));

        (run.Code, run.Text.Contains("days.json is no calendar", StringComparison.Ordinal)).ShouldBe((ExitCodes.Failed, true), run.Text);
    }

    private string PathOf(string name) => Path.Combine(_directory.Path, name);

    private async Task OpenAsync()
    {
        await IngestAsync(Orders, Products);
        var trained = await RunAsync("train", "--threads", "2");
        trained.Code.ShouldBe(ExitCodes.Done, trained.Text);
    }

    private async Task IngestAsync(int orders, int products)
    {
        var (catalogue, events) = (new StringBuilder("productId,title,price,categories\n"), new StringBuilder());
        for (var i = 0; i < products; i++)
        {
            catalogue.Append(CultureInfo.InvariantCulture, $"camera-{i},Camera {i},3,Cameras\ntea-{i},Tea {i},3,Tea\n");
        }

        for (var order = 0; order < orders; order++)
        {
            var user = order * 11 % Users;
            var kind = user % 2 == 0 ? "camera" : "tea";
            events.AppendLine(CultureInfo.InvariantCulture, $$"""
                {"type":"purchase","occurredAt":"{{new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(order * HoursApart):O}}","userId":"u{{user}}","orderId":"o{{order}}","items":[{"productId":"{{kind}}-{{order % products}}","quantity":1,"unitPrice":2},{"productId":"{{kind}}-{{(order + 1) % products}}","quantity":1,"unitPrice":3}],"currency":"EUR"}
                """);
        }

        await File.WriteAllTextAsync(PathOf("goods_full.csv"), catalogue.ToString());
        await File.WriteAllTextAsync(PathOf("orders.ndjson"), events.ToString());
        foreach (var arguments in (string[][])[["ingest", "--catalogue", PathOf("goods_full.csv")], ["ingest", PathOf("orders.ndjson")]])
        {
            var run = await RunAsync(arguments);
            run.Code.ShouldBe(ExitCodes.Done, run.Text);
        }
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        string[] shop = arguments.Contains("--shop") ? [] : ["--shop", "demo"];
        var code = await BundlesCommand.Create(output, output, () => Stream.Null).Parse([.. arguments, .. shop, "--data", PathOf("stores")])
            .InvokeAsync(new System.CommandLine.InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString());
    }
}
