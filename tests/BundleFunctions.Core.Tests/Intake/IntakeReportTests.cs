using System.Text.Json;
using BundleFunctions.Catalogue;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Advice;
using BundleFunctions.Intake.Maps;
using BundleFunctions.Intake.Trial;
using BundleFunctions.Lake;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

/// <summary>Reports of files, the running summary, advice, and the trial that writes nothing.</summary>
public sealed class IntakeReportTests
{
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Report_OfAFile_LiesBesideItsRefusalsWithCountsAndSamples()
    {
        var lines = Enumerable.Range(0, 5).Select(i => Lines.Purchase(i)).Append("{").Append("{").Append("{").Append("{")
            .Append("""{"type":"search","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","query":"bag"}""")
            .Append("""{"type":"sold","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v"}""");

        var report = await _porch.IngestAsync("a.ndjson", Lines.Join(lines));

        var file = (await _porch.StateAsync(BlobLayout.Rejects)).Single(pair => pair.Key.EndsWith(".report.json", StringComparison.Ordinal));
        var told = JsonDocument.Parse(file.Value).RootElement;
        told.GetProperty("blob").GetString().ShouldBe("events/acme/a.ndjson");
        (told.GetProperty("recordsRead").GetInt64(), told.GetProperty("accepted").GetInt64()).ShouldBe((11, 6));
        told.GetProperty("samples").GetProperty(RejectCodes.MalformedJson).GetArrayLength().ShouldBe(3);
        told.GetProperty("samples").GetProperty(RejectCodes.UnknownType)[0].GetProperty("found").GetString().ShouldBe("sold");
        told.GetProperty("counts").GetProperty("types").GetProperty("purchase").GetInt64().ShouldBe(5);
        report.Samples[RejectCodes.MalformedJson].Select(r => r.Line).ShouldBe([6, 7, 8]);
    }

    [Fact]
    public async Task Summary_OfSeveralFiles_TellsCompletenessTypesTimesAndAge()
    {
        var arrived = _porch.Clock.GetUtcNow();
        string Line(string type, TimeSpan ago, string more) =>
            $$"""{"type":"{{type}}","occurredAt":"{{arrived - ago:O}}",{{more}}}""";

        await _porch.IngestAsync("a.ndjson", Lines.Join(
        [
            Line("view", TimeSpan.FromMinutes(5), """ "visitorId":"v","items":[{"productId":"p","unitPrice":5}],"channel":"web" """),
            Line("view", TimeSpan.FromMinutes(-30), """ "visitorId":"v","items":[{"productId":"p"}] """),
            Line("purchase", TimeSpan.FromHours(5), """ "userId":"u","orderId":"o","items":[{"productId":"p","unitPrice":5,"title":"T"},{"productId":"q"}] """),
        ]));
        await _porch.IngestAsync("b.ndjson", Lines.Join(
        [
            Line("purchase", TimeSpan.FromDays(3), """ "orderId":"o2","items":[{"productId":"p"}] """),
            Line("search", TimeSpan.FromDays(30), """ "sessionId":"s","query":"q" """),
            "{",
        ]));

        var summary = await new IntakeSummary(_porch.Blobs).ReadAsync(Porch.Shop, default);

        var counts = summary.Counts;
        (counts.Events, counts.WithVisitor, counts.WithUser, counts.WithSession, counts.WithOrder, counts.WithQuery, counts.WithChannel).ShouldBe((5, 2, 1, 1, 2, 1, 1));
        (counts.Items, counts.ItemsWithPrice, counts.ItemsWithTitle, counts.Purchases, counts.PurchasesWithPerson).ShouldBe((5, 2, 1, 2, 1));
        counts.Types.ShouldBe(new Dictionary<string, long> { ["purchase"] = 2, ["search"] = 1, ["view"] = 2 }, ignoreOrder: true);
        (counts.First, counts.Last).ShouldBe((arrived - TimeSpan.FromDays(30), arrived + TimeSpan.FromMinutes(30)));
        var age = counts.Arrival;
        (age.Ahead, age.WithinAnHour, age.WithinADay, age.WithinAWeek, age.Older, age.MostAheadSeconds).ShouldBe((1, 1, 1, 1, 1, 1800.0));
        (summary.Counted, summary.Files, summary.AcceptanceRate, summary.WithoutUser).ShouldBe((2, 2, 5 / 6.0, 0.8));
    }

    [Fact]
    public async Task Advice_ProductThatACatalogueBringsLater_IsKnownFromThen()
    {
        string Buy(int buyer, params string[] products) => "{\"type\":\"purchase\",\"occurredAt\":\"2026-02-01T10:00:00Z\",\"userId\":\"u" + buyer + "\",\"orderId\":\"o" + buyer
            + "\",\"items\":[" + string.Join(',', products.Select(p => "{\"productId\":\"" + p + "\",\"unitPrice\":2}")) + "]}";
        await _porch.IngestAsync("a.ndjson", Lines.Join([Buy(1, "a", "b", "c"), Buy(2, "a", "b"), Buy(3, "b", "a"), Buy(4, "c"), Buy(5, "c", "a")]));
        await _porch.IngestCatalogueAsync("p.ndjson", """{"productId":"a","title":"A","price":1}""");

        var before = await AdviceAsync();
        await _porch.IngestCatalogueAsync("q.ndjson", """{"productId":"b","title":"B","price":1}""" + "\n" + """{"productId":"c","title":"C","price":1}""");
        var after = await AdviceAsync();

        before.Facts.ShouldBe(new DataFacts(5, 5, 4, 5, 3, 1, 6, 1, false, 1, 1, 1));
        before.Level.ShouldBe(AdviceLevel.TooLittle);
        before.Items.Single(item => item.What.StartsWith("products", StringComparison.Ordinal)).Level.ShouldBe(AdviceLevel.TooLittle);
        (after.Facts.ProductsKnown, after.Facts.EventsOfUnknown).ShouldBe((3, 0));
        after.Items.ShouldAllBe(item => item.Reason.Length > 20);
    }

    [Fact]
    public async Task Trial_OfFilesAndAMap_TellsWhatWouldBecomeOfThemAndWritesNothing()
    {
        await _porch.IngestAsync("known.ndjson", Lines.Purchase(1));
        string[] all = [BlobLayout.Events, BlobLayout.Catalogue, BlobLayout.Lake, BlobLayout.Rejects, BlobLayout.Ledger, BlobLayout.Snapshots, BlobLayout.Settings];
        var before = await _porch.FingerprintAsync(all);
        var trial = new IntakeTrial(_porch.Blobs, Porch.Pseudonymizer, new JsonOnly(), _porch.Clock);

        var known = await TryAsync(trial, "other.ndjson", Lines.Purchase(1));
        var good = await TryAsync(trial, "new.ndjson", Lines.Join([Lines.Purchase(2), "{"]));
        var products = await trial.TryProductsAsync(
            Porch.RawCatalogue("p.ndjson"), 0, () => new MemoryStream("""{"productId":"a","title":"A","price":1}"""u8.ToArray()), default);
        await trial.UseMapAsync(Porch.Shop, events: true, "online-retail", null, default);
        var mapped = await TryAsync(trial, "r.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,12345,T,1,2011-01-01 10:00:00,2,7.0,UK\n");

        known.Status.ShouldBe(IntakeStatus.AlreadyIngested);
        (good.Accepted, good.Samples[RejectCodes.MalformedJson].Count).ShouldBe((1, 1));
        (products.Accepted, mapped.Accepted).ShouldBe((1, 1));
        await Should.ThrowAsync<InvalidMapException>(() => trial.UseMapAsync(Porch.Shop, events: true, ImportMaps.Own, "{}"u8.ToArray(), default));
        (await _porch.FingerprintAsync(all)).ShouldBe(before);
    }

    private Task<IntakeReport> TryAsync(IntakeTrial trial, string name, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return trial.TryEventsAsync(Porch.Raw(name), bytes.Length, () => new MemoryStream(bytes), default);
    }

    private Task<DataAdvice> AdviceAsync() =>
        new DataAdvisor(new LakeReader(_porch.Blobs), new CatalogueReader(_porch.Blobs)).ReadAsync(Porch.Shop, default);
}
