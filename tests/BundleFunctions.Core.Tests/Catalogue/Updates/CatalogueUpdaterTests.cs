using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BundleFunctions.Catalogue;
using BundleFunctions.Catalogue.Updates;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Intake;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Serving;

namespace BundleFunctions.Core.Tests.Catalogue.Updates;

public sealed partial class CatalogueUpdaterTests
{
    private readonly Kitchen _kitchen = new();

    private CatalogueUpdater Updater => new(_kitchen.Blobs, _kitchen.Clock);

    private async Task<BundleReader> OpenAsync()
    {
        await DropAsync("all.ndjson", Enumerable.Range(0, 3).SelectMany(i => new[] { Line($"a{i}", 100, 10), Line($"b{i}", 50, 10) }));
        (await _kitchen.PublishAsync(await _kitchen.PutModelAsync(Kitchen.Pairs(3)))).Outcome.ShouldBe(PublishOutcome.Published);
        _kitchen.Clock.Advance(TimeSpan.FromMinutes(1));
        return _kitchen.Reader();
    }

    private static string Line(string id, decimal price, int stock) =>
        $$"""{"productId":"{{id}}","title":"{{id}}","price":{{price}},"cost":10,"currency":"EUR","stock":{{stock}}}""";

    private async Task DropAsync(string name, IEnumerable<string> lines)
    {
        var blob = new BlobName("catalogue", $"demo/{name}");
        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        await _kitchen.Blobs.PutAsync(blob, new MemoryStream(bytes), BlobCondition.None, default);
        var report = await new CatalogueIntake(_kitchen.Blobs, _kitchen.Shops, new JsonOnly(), _kitchen.Clock).IngestAsync(blob, default);
        report.Status.ShouldBe(IntakeStatus.Ingested);
    }

    private async Task<CatalogueUpdateResult> UpdateAsync(string json, bool validateOnly = false)
    {
        var updates = JsonSerializer.Deserialize<JsonElement[]>(json)!;
        return await Updater.ApplyAsync(Kitchen.Shop, updates, Json.Default.CatalogueUpdate, validateOnly, default);
    }

    private static async Task<string> AskAsync(BundleReader reader, string product)
    {
        var answer = await reader.GetForProductAsync(Kitchen.Shop, Kitchen.Id(product), BundleQuery.Default, default);
        return string.Join(' ', answer.Strategy == AnswerStrategy.Bundle ? answer.Bundles.Select(bundle => $"{bundle.Price.List:0} x{bundle.Availability?.MaxBundles}") : []);
    }

    [Fact]
    public async Task Publish_AfterUpdates_HoldsStockAndPricesThatAreNewerThanTheFiles()
    {
        await OpenAsync();
        var model = await _kitchen.PutModelAsync(Kitchen.Pairs(3));
        (await UpdateAsync("""[{"productId":"a0","price":200},{"productId":"a1","stock":3}]""")).Accepted.ShouldBe(2);

        var published = await _kitchen.PublishAsync(model);
        published.Outcome.ShouldBe(PublishOutcome.Published, published.Reason);
        var after = published.Manifest!;
        var again = await _kitchen.PublishAsync(model);
        var reader = new CatalogueReader(_kitchen.Blobs);
        var live = (await reader.ReadLiveAsync(Kitchen.Shop, default))!;

        after.Catalogue.ShouldBe(live.Id);
        after.Catalogue.ShouldStartWith($"{(await reader.ReadCurrentAsync(Kitchen.Shop, default))!.Id}+");
        (live.Find(Kitchen.Id("a0"))!.Price, live.Find(Kitchen.Id("a1"))!.Stock, live.Find(Kitchen.Id("a2"))!.Price).ShouldBe((200, 3, 100));
        again.Outcome.ShouldNotBe(PublishOutcome.Published);
        (await AskAsync(_kitchen.Reader(), "a0")).ShouldBe("250 x10");
        (await AskAsync(_kitchen.Reader(), "a1")).ShouldBe("150 x3");
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.9)]
    [InlineData(3.9)]
    public async Task ApplyAsync_WheneverTheAnswerWasCached_ShowsWithinFiveSeconds(double cachedBefore)
    {
        var reader = await OpenAsync();
        (await AskAsync(reader, "a0")).ShouldBe("150 x10");
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(cachedBefore));
        (await AskAsync(reader, "a0")).ShouldBe("150 x10");

        (await UpdateAsync("""[{"productId":"a0","price":120,"stock":3},{"productId":"b1","stock":0},{"productId":"b2","discontinued":true}]""")).Accepted.ShouldBe(3);
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(5));

        (await AskAsync(reader, "a0")).ShouldBe("170 x3");
        (await AskAsync(reader, "a1")).ShouldBeEmpty();
        (await AskAsync(reader, "a2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_OlderThanTheFilesOrAnEarlierUpdate_DoesNotWin()
    {
        var reader = await OpenAsync();
        await UpdateAsync("""[{"productId":"a0","stock":7}]""");
        var result = await UpdateAsync("""
            [{"productId":"a0","stock":1,"asOf":"2026-03-01T12:00:30Z"},
             {"productId":"a0","price":200,"asOf":"2026-03-01T12:00:30Z"},
             {"productId":"a1","stock":1,"asOf":"2026-03-01T11:00:00Z"}]
            """);
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(5));

        (result.Accepted, result.Outdated).ShouldBe((3, 1));
        (await AskAsync(reader, "a0")).ShouldBe("250 x7");
        (await AskAsync(reader, "a1")).ShouldBe("150 x10");
    }

    [Fact]
    public async Task IngestAsync_FileThatSpeaksLater_TakesTheUpdatesPlaceAndLeavesTheOthers()
    {
        var reader = await OpenAsync();
        await UpdateAsync("""[{"productId":"a0","stock":1},{"productId":"a1","stock":1}]""");
        _kitchen.Clock.Advance(TimeSpan.FromMinutes(1));

        await DropAsync("later.ndjson", [Line("a0", 80, 9)]);
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(5));

        (await AskAsync(reader, "a0")).ShouldBe("130 x9");
        (await AskAsync(reader, "a1")).ShouldBe("150 x1");
        var overlay = await new OverlayText(_kitchen.Blobs).ReadAsync();
        overlay.ShouldNotContain("a0");
        overlay.ShouldContain("a1");
    }

    [Fact]
    public async Task ApplyAsync_WrongUpdates_AreRefusedOneByOne()
    {
        await OpenAsync();
        var result = await UpdateAsync("""
            [{"productId":"a0"}, {"productId":"nobody","stock":1}, {"productId":"a0","stock":-1}, {"productId":"a0","price":0},
             {"productId":"a0","stock":"many"}, 7, {"productId":"a0","cost":1}, {"stock":1}, {"productId":"a0","stock":1,"asOf":"2099-01-01T00:00:00Z"},
             {"productId":"a0","stock":4}]
            """);

        result.Accepted.ShouldBe(1);
        result.Rejected.Select(rejection => $"{rejection.Index} {rejection.Code}").ShouldBe(
        [
            "0 nothing_to_update", "1 unknown_product", "2 stock_out_of_range", "3 price_out_of_range",
            "4 malformed_update", "5 malformed_update", "6 malformed_update", "7 malformed_update", "8 time_out_of_range",
        ]);
    }

    [Fact]
    public async Task ApplyAsync_ValidateOnly_ChangesNothing()
    {
        await OpenAsync();
        (await UpdateAsync("""[{"productId":"a0","stock":4}]""", validateOnly: true)).Accepted.ShouldBe(1);
        (await new OverlayText(_kitchen.Blobs).ReadAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ApplyAsync_ManyAtOnce_LosesNone()
    {
        var reader = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(i => new[] { $"a{i}", $"b{i}" }).Select(id => Task.Run(() => UpdateAsync($$"""[{"productId":"{{id}}","stock":2}]"""))));
        _kitchen.Clock.Advance(TimeSpan.FromSeconds(5));

        (await AskAsync(reader, "a0")).ShouldBe("150 x2");
        (await AskAsync(reader, "a2")).ShouldBe("150 x2");
    }

    private sealed class OverlayText(IBlobStore blobs)
    {
        public async Task<string> ReadAsync()
        {
            await using var blob = await blobs.OpenAsync(new BlobName("snapshots", "demo/updates.json"), default);
            return blob is null ? "" : await new StreamReader(blob.Content).ReadToEndAsync();
        }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
    [JsonSerializable(typeof(CatalogueUpdate))]
    private sealed partial class Json : JsonSerializerContext;
}
