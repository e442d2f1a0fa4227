using BundleFunctions.Intake;
using BundleFunctions.Security;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Intake;

public sealed class EventIntakeTests
{
    private readonly Porch _porch = new(new JsonOnly());

    [Fact]
    public async Task Ingest_OneBrokenLineAmongMany_CostsItselfOnly()
    {
        var lines = Enumerable.Range(0, 5000).Select(i => Lines.Purchase(i, i)).ToList();
        lines[3210] = lines[3210].Replace("19.90", "\"19,90\"", StringComparison.Ordinal);

        var report = await _porch.IngestAsync("a.ndjson", Lines.Join(lines));

        report.Status.ShouldBe(IntakeStatus.Ingested);
        (report.RecordsRead, report.Accepted, report.Duplicates, report.Parts).ShouldBe((5000, 4999, 0, 4));
        var reject = (await _porch.RejectsAsync()).ShouldHaveSingleItem();
        (reject.File, reject.Line, reject.Field, reject.Code, reject.Found)
            .ShouldBe(("events/acme/a.ndjson", 3211, "items[0].unitPrice", RejectCodes.PriceNotANumber, "19,90"));
        (await _porch.EventsAsync()).Count.ShouldBe(4999);
    }

    [Fact]
    public async Task Ingest_Event_ComesOutOfTheLakeAsItWentIn()
    {
        await _porch.IngestAsync("a.json", """
            {"eventId":"e1","type":"purchase","occurredAt":"2026-02-01T10:00:00.25+02:00","visitorId":"v","userId":"u","sessionId":"s","orderId":"o",
            """.Trim() + """
            "items":[{"productId":"007","quantity":3,"unitPrice":5.50,"discount":0.5,"title":" Émile "},{"productId":7}],"currency":"eur","rating":4.5,
            """.Trim() + """
            "channel":"web","userAgent":"x","recommendationId":"r1","bundleId":"b-1","consent":{"personalization":true},"colour":"red"}
            """.Trim());

        var found = (await _porch.EventsAsync()).ShouldHaveSingleItem();

        found.EventId.Value.ShouldBe("e1");
        found.OccurredAt.ShouldBe(new DateTimeOffset(2026, 2, 1, 8, 0, 0, 250, TimeSpan.Zero));
        found.User.ShouldBe(Porch.Pseudonymizer.Create(PseudonymKind.User, Porch.Shop, "u"));
        found.Order.ShouldBe(Porch.Pseudonymizer.Create(PseudonymKind.Order, Porch.Shop, "o"));
        found.Visitor.ShouldNotBe(found.Session);
        found.Items.ShouldBe([
            new EventItem(Identifier.Parse<ProductId>("007"), 3, 5.5m, 0.5m, "Émile"),
            new EventItem(Identifier.Parse<ProductId>("7"), 1),
        ]);
        (found.Currency, found.Rating, found.Channel, found.RecommendationId, found.BundleId?.Value).ShouldBe(("EUR", 4.5m, "web", "r1", "b-1"));
        found.Consent.ShouldBe(new Consent(Personalization: true, Analytics: false));
    }

    [Fact]
    public async Task Ingest_MoreBadThanTheShopAllows_HoldsTheWholeFileUntilItIsMended()
    {
        var good = Enumerable.Range(0, 100).Select(i => Lines.Purchase(i)).ToList();
        var bad = good.Select((line, i) => i < 60 ? "{broken" : line);

        var held = await _porch.IngestAsync("a.ndjson", Lines.Join(bad));
        var again = await _porch.Intake().IngestAsync(Porch.Raw("a.ndjson"), default);

        held.Status.ShouldBe(IntakeStatus.Held);
        held.Rejected.ShouldBe(new Dictionary<string, long> { [RejectCodes.HeldWithFile] = 40, [RejectCodes.MalformedJson] = 60 }, ignoreOrder: true);
        again.Status.ShouldBe(IntakeStatus.Held);
        (await _porch.StateAsync(BlobLayout.Lake)).ShouldBeEmpty();
        (await _porch.RejectsAsync()).Count.ShouldBe(60);

        (await _porch.IngestAsync("a.ndjson", Lines.Join(good))).Accepted.ShouldBe(100);
        (await _porch.EventsAsync()).Count.ShouldBe(100);
    }

    [Fact]
    public async Task Ingest_HeldFileAndThenLaxerSettings_IsTakenInByTheNextReconcile()
    {
        var lines = Enumerable.Range(0, 100).Select(i => i < 60 ? "{broken" : Lines.Purchase(i));
        await _porch.IngestAsync("a.ndjson", Lines.Join(lines));
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldHaveSingleItem().Status.ShouldBe(IntakeStatus.Held);

        await _porch.SaveSettingsAsync(new ShopSettings { MaxRejectShare = 0.7 });

        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldHaveSingleItem().Accepted.ShouldBe(40);
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_BlobThatIsGone_IsReportedMissing() =>
        (await _porch.Intake().IngestAsync(Porch.Raw("gone.ndjson"), default)).Status.ShouldBe(IntakeStatus.Missing);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("[ ]")]
    [InlineData("type,occurredAt,productId\n")]
    public async Task Ingest_FileWithoutRecords_SucceedsWithAWarning(string content)
    {
        var report = await _porch.IngestAsync("a", content);

        report.Status.ShouldBe(IntakeStatus.Empty);
        report.Warnings.ShouldNotBeEmpty();
        (await _porch.StateAsync(BlobLayout.Lake, BlobLayout.Rejects)).ShouldBeEmpty();
        (await _porch.Reconciler().ReconcileAsync(default)).Events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_BlobOfNoShop_IsRefused() =>
        (await _porch.Intake().IngestAsync(new(BlobLayout.Events, "lost.csv"), default)).Rejected.Keys.ShouldBe([RejectCodes.NoShop]);

    [Fact]
    public async Task Ingest_UnknownImportMap_IsRefusedUntilTheSettingsAreMended()
    {
        await _porch.SaveSettingsAsync(new ShopSettings { EventMap = "no-such-map" });
        (await _porch.IngestAsync("a.ndjson", Lines.Purchase(1))).Rejected.Keys.ShouldBe([RejectCodes.UnknownImportMap]);

        await _porch.SaveSettingsAsync(new ShopSettings());

        (await _porch.Intake().IngestAsync(Porch.Raw("a.ndjson"), default)).Accepted.ShouldBe(1);
    }

    [Fact]
    public async Task Ingest_EventsWithoutIds_AreTheSameEventWhereTheyAreEqual()
    {
        const string Line = """{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"v","items":[{"productId":"p","unitPrice":5.5}]}""";
        const string Same = """{"items":[{"unitPrice":5.50,"quantity":1,"productId":"p"}],"visitorId":"v","occurredAt":"2026-02-01T11:00:00+01:00","type":"view"}""";

        var report = await _porch.IngestAsync("a.ndjson", Lines.Join([Line, Same, Line.Replace("\"v\"", "\"w\"", StringComparison.Ordinal)]));

        (report.Accepted, report.Duplicates).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Ingest_PersonalIds_AreNowhereButInTheRawFile()
    {
        const string Secret = "jane.doe@example.com";
        string[] lines =
        [
            $$"""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","visitorId":"{{Secret}}","userId":"{{Secret}}","sessionId":"{{Secret}}","items":[{"productId":"p"}]}""",
            $$"""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":" {{Secret}}","items":[{"productId":"p"}]}""",
            $$"""{"type":"view","occurredAt":"2026-02-01T10:00:00Z","userId":{"x":"{{Secret}}"},"items":[]}""",
            $$"""{"type":"view","userId":"{{Secret}}" broken""",
            $$"""{"type":"search","occurredAt":"2026-02-01T10:00:00Z","userId":"u","query":"{{Secret}}{{new string('x', 600)}}"}""",
        ];

        var report = await _porch.IngestAsync("a.ndjson", Lines.Join(lines));

        (report.Accepted, report.Rejected.Values.Sum()).ShouldBe((1, 4));
        foreach (var (name, bytes) in await _porch.StateAsync(BlobLayout.Rejects, BlobLayout.Ledger, BlobLayout.Settings))
        {
            System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("jane", customMessage: name);
        }

        (await _porch.EventsAsync()).ShouldAllBe(e => e.User!.Value.Value.Length == 32);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Ingest_RandomMixture_AddsUpInEveryReport(int seed)
    {
        var random = new Random(seed);
        var lines = Enumerable.Range(0, 400).Select(_ => random.Next(4) switch
        {
            0 => "{",
            1 => Lines.Purchase(random.Next(50)),
            _ => Lines.Purchase(random.Next(100_000)),
        });
        var report = await _porch.IngestAsync("a.ndjson", Lines.Join(lines));
        var again = await _porch.IngestAsync("b.ndjson", Lines.Join(["{}"]));

        report.RecordsRead.ShouldBe(400);
        (report.Accepted + report.Duplicates + report.Rejected.Values.Sum()).ShouldBe(400);
        (await _porch.EventsAsync()).Count.ShouldBe((int)report.Accepted);
        (again.Accepted + again.Duplicates + again.Rejected.Values.Sum()).ShouldBe(again.RecordsRead);
    }

    [Fact]
    public async Task Summary_AfterSeveralFiles_AddsThemUp()
    {
        await _porch.IngestAsync("a.ndjson", Lines.Join([Lines.Purchase(1), Lines.Purchase(1), "{"]));
        await _porch.IngestAsync("b.ndjson", Lines.Join([Lines.Purchase(2, 1440)]));
        await _porch.IngestAsync("c.json", "[{");

        var summary = await new IntakeSummary(_porch.Blobs).ReadAsync(Porch.Shop, default);

        (summary.Files, summary.RecordsRead, summary.Accepted, summary.Duplicates).ShouldBe((2, 4, 2, 1));
        (summary.FirstDay, summary.LastDay).ShouldBe(("2026-02-01", "2026-02-02"));
        summary.Rejected.ShouldBe(new Dictionary<string, long> { [RejectCodes.MalformedJson] = 1 });
        summary.NotTakenIn.ShouldHaveSingleItem().Blob.ShouldBe("events/acme/c.json");
    }
}
