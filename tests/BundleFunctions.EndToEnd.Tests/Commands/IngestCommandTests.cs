using BundleFunctions.Cli;
using BundleFunctions.EndToEnd.Tests.Hosts;

namespace BundleFunctions.EndToEnd.Tests.Commands;

/// <summary><c>bundles ingest</c>, <c>lake</c> and <c>rejects</c> over embedded stores.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private const string Till = """
        {
          "name": "till",
          "columns": { "orderId": "Order", "occurredAt": "At", "productId": "Article", "quantity": "Pieces" },
          "constants": { "type": "purchase" },
          "time": { "formats": ["iso"] }
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    private string Data => Path.Combine(_directory.Path, "stores");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task DryRun_OfGoodAndBadLines_TellsThemAndWritesNothing()
    {
        var file = Write("a.ndjson", """{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","items":[{"productId":"p"}]}""" + "\n{\n");

        var run = await RunAsync("ingest", "--dry-run", file);

        run.Code.ShouldBe(ExitCodes.Done);
        run.Text.ShouldContain("malformed_json 1");
        run.Text.ShouldContain("line 2, record: malformed_json.");
        run.Text.ShouldContain("Nothing was written. 1 records accepted, 0 were there before, 1 rejected; 0 of 1 files not taken in");
        (Directory.Exists(Data) ? Directory.GetFiles(Data, "*.ndjson*", SearchOption.AllDirectories) : []).ShouldBeEmpty();
        (await RunAsync("lake", "stats")).Text.ShouldContain("files         0");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Ingest_OnSoManyThreads_TakesInTheSame(string threads)
    {
        var file = Write("a.ndjson", """{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","items":[{"productId":"p"}]}""" + "\n{\n");

        var run = await RunAsync("ingest", "--threads", threads, file);

        run.Text.ShouldContain("1 records accepted, 0 were there before, 1 rejected");
    }

    [Fact]
    public void Ingest_OnNoThread_IsRefusedBeforeAnythingIsRead()
    {
        var parsed = BundlesCommand.Create(TextWriter.Null, TextWriter.Null, () => Stream.Null).Parse(["ingest", "--threads", "0", Write("a.ndjson", "{}\n")]);

        parsed.Errors.Select(error => error.Message).ShouldContain("--threads: expected 1 or more.");
    }

    [Fact]
    public async Task Ingest_WithAMapOfTheShopsOwn_IsTakenInCountedAndAdvisedOn()
    {
        var map = Write("till.json", Till);
        var file = Write("orders.csv", "Order;At;Article;Pieces\n1;2026-02-01 10:00:00;a;1\n1;2026-02-01 10:00:00;b;2\n2;yesterday;a;1\n");

        var ingest = await RunAsync("ingest", "--map", map, file);
        var again = await RunAsync("ingest", file);
        var stats = await RunAsync("lake", "stats");
        var advice = await RunAsync("lake", "advice");

        ingest.Code.ShouldBe(ExitCodes.Done, ingest.Text);
        ingest.Text.ShouldContain("2 records accepted");
        ingest.Text.ShouldContain("line 4, At: time_invalid. Expected a time as iso. Found yesterday.");
        again.Text.ShouldContain("0 records accepted, 3 were there before");
        stats.Text.ShouldContain("acceptance    66.67 %");
        stats.Text.ShouldContain("  purchase                       2");
        stats.Text.ShouldContain("  orderId of purchases           100.0 %");
        advice.Text.ShouldContain("orders        1, 1 of two products or more, in 1 days");
        advice.Text.ShouldContain("too little  orders of two products or more: 1 (at least 200, better 2,000)");
    }

    [Fact]
    public async Task Rejects_OfTwoFiles_AreListedFilteredCountedAndExported()
    {
        var export = Path.Combine(_directory.Path, "rejects.ndjson");
        await RunAsync("ingest", Write("a.ndjson", "{\n{\n{\"type\":\"sold\"}\n"), Write("b.ndjson", "5\n"));

        var list = await RunAsync("rejects", "list");
        var one = await RunAsync("rejects", "list", "--code", "unknown_type");
        var few = await RunAsync("rejects", "list", "--limit", "1");
        var summary = await RunAsync("rejects", "summary", "--file", "a.ndjson");
        var exported = await RunAsync("rejects", "export", "--output", export);
        var products = await RunAsync("rejects", "summary", "--catalogue");

        list.Text.Split('\n').Count(line => line.Length > 0).ShouldBe(4);
        one.Text.Trim().ShouldBe("events/shop/a.ndjson:3 type unknown_type: Expected one of view, click, add_to_cart, remove_from_cart, purchase, refund, rating, search, impression. Found sold.");
        few.Text.ShouldContain("There are more");
        summary.Text.ShouldStartWith("3 refused records of 1 files");
        exported.Text.ShouldContain("4 refused records written");
        (await File.ReadAllLinesAsync(export)).Length.ShouldBe(4);
        products.Text.ShouldStartWith("0 refused records of 0 files");
    }

    [Theory]
    [InlineData(ExitCodes.WrongUse, "no map", "--map", "no-such-map")]
    [InlineData(ExitCodes.PartlyDone, "parquet_not_supported")]
    public async Task Ingest_WhatCannotBeTakenIn_EndsWithItsCode(int code, string text, params string[] more)
    {
        var run = await RunAsync(["ingest", .. more, Write("a", "PAR1----PAR1")]);

        run.Code.ShouldBe(code, run.Text);
        run.Text.ShouldContain(text);
    }

    [Fact]
    public async Task Ingest_MapFileWithAFault_NamesItAndWritesNothing()
    {
        var run = await RunAsync("ingest", "--map", Write("m.json", Till.Replace("Order", "", StringComparison.Ordinal).Replace("iso", "never", StringComparison.Ordinal)), Write("a.csv", "x\n1\n"));

        run.Code.ShouldBe(ExitCodes.WrongUse);
        run.Text.ShouldContain("'never' is no format");
        run.Text.ShouldContain("$.columns.OrderId");
    }

    [Theory]
    [InlineData("ingest", "--dry-run")]
    [InlineData("rejects", "export")]
    [InlineData("lake", "advice")]
    public async Task Help_OfEachCommand_NamesWhatItDoes(string command, string wanted)
    {
        var output = new StringWriter();

        await BundlesCommand.Create(output, output, () => Stream.Null).Parse([command, "--help"]).InvokeAsync(new() { Output = output });

        output.ToString().ShouldContain(wanted);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory.Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Text)> RunAsync(params string[] arguments)
    {
        var output = new StringWriter();
        string[] all = [.. arguments, "--shop", "shop", "--data", Data];
        var code = await BundlesCommand.Create(output, output, () => Stream.Null).Parse(all).InvokeAsync();
        return (code, output.ToString());
    }
}
