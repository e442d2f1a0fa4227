using System.Text;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Feedback;
using BundleFunctions.Hygiene;
using BundleFunctions.Privacy;
using BundleFunctions.Publishing;
using BundleFunctions.Security;
using BundleFunctions.Serving;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Security;

/// <summary>What a change of keys must not break: a person is one before and after it, for whoever learns, answers, exports and erases.</summary>
public sealed class PseudonymRotationTests
{
    private static readonly byte[] OldKey = "a key for tests, 32 bytes or more"u8.ToArray();
    private static readonly byte[] NewKey = "another key for tests, 32 bytes or more"u8.ToArray();
    private static readonly Pseudonymizer Ring = new([NewKey, OldKey]);

    private readonly ManualClock _clock = new();
    private readonly InMemoryBlobStore _blobs;
    private readonly InMemoryDocumentStore _documents;

    public PseudonymRotationTests() => (_blobs, _documents) = (new InMemoryBlobStore(_clock), new InMemoryDocumentStore(_clock));

    [Fact]
    public void Create_Ring_WritesUnderTheNewestAndFindsUnderEach()
    {
        var (newest, oldest) = (new Pseudonymizer(NewKey), new Pseudonymizer(OldKey));

        Ring.Create(PseudonymKind.User, ErasureShop.Id, "x").ShouldBe(newest.Create(PseudonymKind.User, ErasureShop.Id, "x"));
        Ring.CreateAll(PseudonymKind.User, ErasureShop.Id, "x")
            .ShouldBe([newest.Create(PseudonymKind.User, ErasureShop.Id, "x"), oldest.Create(PseudonymKind.User, ErasureShop.Id, "x")]);
        Should.Throw<ArgumentException>(() => new Pseudonymizer([NewKey, new byte[31]]));
        Should.Throw<ArgumentException>(() => new Pseudonymizer(Array.Empty<byte[]>()));
    }

    [Fact]
    public async Task Ingest_AfterRotation_LearnsOnePersonAndEachEventOnce()
    {
        var before = Shop(ring: null);
        await before.IngestAsync("before.ndjson", Text(ErasureShop.Event("purchase", "anna", 1, "a1", "b1")));
        var after = Shop(Ring);
        await after.IngestAsync("after.ndjson", Text(ErasureShop.Event("purchase", "anna", 2, "a1"), ErasureShop.Event("purchase", "anna", 1, "a1", "b1")));

        (await after.EventsAsync()).Select(shopEvent => shopEvent.User).Distinct().Count().ShouldBe(2);
        var clean = await new CleanLake(_blobs).OpenAsync(ErasureShop.Id, new ShopSettings(), progress: null, default);
        var learned = await clean.ReadAsync().ToListAsync();

        // The event that came twice has no id of its own: its derived id differs under each key, and it counts once.
        learned.Count.ShouldBe(2);
        learned.Select(shopEvent => shopEvent.User).Distinct().ShouldBe([Ring.Create(PseudonymKind.User, ErasureShop.Id, ErasureShop.UserId)]);
        learned.Select(shopEvent => shopEvent.Order).Distinct().ShouldBe([Ring.Create(PseudonymKind.Order, ErasureShop.Id, ErasureShop.OrderId)]);
    }

    [Fact]
    public async Task Ingest_WithoutRotation_WritesNoAliases()
    {
        await Shop(ring: null).IngestAsync("a.ndjson", Text(ErasureShop.Event("view", "anna", 1, "a1")));

        (await _blobs.ListAsync(BlobLayout.Ledger, $"{ErasureShop.Id}/aliases/", default).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Erase_AfterRotation_LeavesNoTraceUnderEitherKey()
    {
        await Shop(ring: null).OpenAsync();
        var shop = Shop(Ring);
        await shop.IngestAsync("new.ndjson", Text(ErasureShop.Event("purchase", "anna", 8, "a1"), ErasureShop.Event("view", "bert", 8, "c1")));
        string[] traces = [.. ErasureShop.Traces, .. NewTraces()];
        (await shop.ScanBlobsAsync(NewTraces())).ShouldNotBeEmpty();

        await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);
        var status = (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem();

        status.Fault.ShouldBeNull();
        (await shop.ScanBlobsAsync(traces)).ShouldBeEmpty();
        (await shop.EventsAsync()).ShouldContain(shopEvent => shopEvent.User == Ring.Create(PseudonymKind.User, ErasureShop.Id, "bert"));
    }

    [Fact]
    public async Task Erase_RequestedBeforeRotation_IsFinishedAfterItAndItsReceiptHolds()
    {
        var before = Shop(ring: null);
        await before.OpenAsync();
        await before.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);

        var receipt = (await Shop(Ring).Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem().Receipt.ShouldNotBeNull();

        (await before.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();
        new ReceiptSigner(Ring).IsFor(receipt.Receipt, ErasureShop.Anna).ShouldBeTrue();
        var old = new ReceiptSigner(new Pseudonymizer(OldKey)).Sign(receipt.Receipt);
        new ReceiptSigner(Ring).Verify(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(old, System.Text.Json.JsonSerializerOptions.Web)).IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task Ingest_OldEventsOfSomebodyErasedBeforeRotation_StayOut()
    {
        var before = Shop(ring: null);
        await before.IngestAsync("a.ndjson", Text(ErasureShop.Event("view", "anna", 1, "a1"), ErasureShop.Event("view", "bert", 1, "a1")));
        await before.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Keep, "test", default);
        await before.Eraser().RunAsync(ErasureShop.Id, default);

        var report = await Shop(Ring).IngestAsync("again.ndjson", Text(ErasureShop.Event("view", "anna", 2, "a1"), ErasureShop.Event("view", "bert", 2, "a1")));

        report.Rejected["erased_person"].ShouldBe(1);
    }

    [Fact]
    public async Task Export_AfterRotation_TellsBoth()
    {
        await Shop(ring: null).IngestAsync("a.ndjson", Text(ErasureShop.Event("view", "anna", 1, "a1")));
        var shop = Shop(Ring);
        await shop.IngestAsync("b.ndjson", Text(ErasureShop.Event("view", "anna", 2, "b1")));
        using var output = new MemoryStream();

        await shop.Exporter.ExportAsync(ErasureShop.Id, new PersonIdentifiers { UserIds = [ErasureShop.UserId] }, output, "test", default);

        Encoding.UTF8.GetString(output.ToArray()).Split('\n').Count(line => line.StartsWith("{\"kind\":\"event\"", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task OptOut_BeforeRotation_HoldsForSessionsListsAndLearning()
    {
        var optOuts = new OptOutList(_blobs, _documents, _clock);
        await optOuts.AddAsync(ErasureShop.Id, new Pseudonymizer(OldKey).Create(PseudonymKind.User, ErasureShop.Id, ErasureShop.UserId), default);
        var sessions = new LiveSessions(_documents, optOuts, _clock, new SessionOptions());

        var posted = await new EventPoster(_blobs, Ring, _clock, sessions).PostAsync(ErasureShop.Id, Text(Now("u", ErasureShop.UserId), Now("u", "bert")), default);

        (posted.Sessions!.Updated, posted.Sessions.Forgotten).ShouldBe((1, 1));
        var asker = new AnswerContextMaker(Ring, _clock).Make(ErasureShop.Id, AnswerPages.Home, [], new Asker(null, ErasureShop.UserId, null, null, null));
        (await optOuts.ContainsAnyAsync(ErasureShop.Id, asker.NamesOf(asker.User!.Value), default)).ShouldBeTrue();

        await Shop(Ring).IngestAsync("b.ndjson", Text(ErasureShop.Event("purchase", "anna", 2, "b1")));
        var clean = await new CleanLake(_blobs).OpenAsync(ErasureShop.Id, new ShopSettings(), progress: null, default);
        (await clean.ReadAsync().ToListAsync()).Single().User.ShouldBeNull();
    }

    [Fact]
    public async Task Answer_AfterRotation_FindsSessionsAndListsFromBefore()
    {
        var old = new Pseudonymizer(OldKey).Create(PseudonymKind.User, ErasureShop.Id, "bert");
        var optOuts = new OptOutList(_blobs, _documents, _clock);
        var sessions = new LiveSessions(_documents, optOuts, _clock, new SessionOptions());
        await Shop(ring: null).OpenAsync(withAnna: false);
        var switched = new GenerationSwitch(_blobs, _documents, _clock, new PublishingOptions());
        var generation = (await switched.FindPointerAsync(ErasureShop.Id, default))!.CurrentInfo;
        var asker = new AnswerContextMaker(Ring, _clock).Make(ErasureShop.Id, AnswerPages.Home, [], new Asker(null, "bert", null, null, null));
        asker.User.ShouldNotBe(old);

        (await sessions.ReadAsync(ErasureShop.Id, asker.NamesOf(asker.User!.Value), default)).Session!.Items.ShouldNotBeEmpty();
        (await new UserBundles(_documents, optOuts).FindAsync(ErasureShop.Id, asker.NamesOf(asker.User.Value), generation, default)).Bundles.ShouldNotBeNull();
    }

    [Fact]
    public void RecommendationId_FromBeforeRotation_IsGenuine()
    {
        var stamp = new RecommendationStamp("home", null, "q1");
        var id = new RecommendationIds(OldKey).Create(ErasureShop.Id, stamp);

        new RecommendationIds([NewKey, OldKey]).Read(ErasureShop.Id, id, out var read).ShouldBe(RecommendationIdStatus.Valid);
        read!.Page.ShouldBe("home");
        new RecommendationIds([NewKey]).Read(ErasureShop.Id, id, out _).ShouldBe(RecommendationIdStatus.Forged);
    }

    private ErasureShop Shop(Pseudonymizer? ring) => new(_blobs, _documents, new JsonOnly(), _clock, ring);

    private static string[] NewTraces() =>
    [
        .. new[] { (PseudonymKind.User, ErasureShop.UserId), (PseudonymKind.Visitor, ErasureShop.VisitorId), (PseudonymKind.Session, ErasureShop.SessionId), (PseudonymKind.Order, ErasureShop.OrderId) }
            .Select(id => Ring.Create(id.Item1, ErasureShop.Id, id.Item2).Value),
    ];

    private string Now(string product, string user) =>
        $$"""{"type":"view","occurredAt":"{{_clock.GetUtcNow():O}}","userId":"{{user}}","items":[{"productId":"{{product}}","quantity":1}]}""";

    private static byte[] Text(params string[] lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
}
