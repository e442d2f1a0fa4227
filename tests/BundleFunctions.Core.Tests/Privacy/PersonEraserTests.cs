using System.Text;
using System.Text.Json;
using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Lake;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Privacy;

public sealed class PersonEraserTests
{
    private static readonly JsonOnly Csv = new();

    [Fact]
    public async Task Run_Person_IsFoundNowhereAndTheOthersAreAsIfSheHadNeverBeen()
    {
        var (shop, documents) = await OpenAsync();
        var before = await shop.LakeFilesAsync();
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldNotBeEmpty();
        Documents(documents).ShouldContain(text => ErasureShop.Traces.Any(text.Contains));

        var status = await EraseAsync(shop);

        status.Fault.ShouldBeNull();
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();
        Documents(documents).ShouldNotContain(text => ErasureShop.Traces.Any(text.Contains));

        var (never, _) = await OpenAsync(withAnna: false);
        (await shop.EventsAsync()).ShouldBe(await never.EventsAsync(), new EventComparer());
        var after = await shop.LakeFilesAsync();
        var untouched = before.Where(file =>
            file.Key.Contains("day=2026-02-1", StringComparison.Ordinal) || file.Key.Contains("day=2026-02-03", StringComparison.Ordinal));
        untouched.Count().ShouldBeGreaterThan(3);
        untouched.ShouldAllBe(file => after[file.Key] == file.Value);
    }

    [Fact]
    public async Task Run_KilledAtAnyCall_FinishesToTheSameWhenRunAgain()
    {
        var (reference, _) = await OpenAsync();
        await EraseAsync(reference);
        var expected = (await reference.EventsAsync()).Count;
        var calls = 0;
        foreach (var afterwards in new[] { false, true })
        {
            // Every fifth call is enough to hit every step, in each of the two ways; the offset makes the two ways hit different calls.
            for (var n = afterwards ? 2 : 1; ; n += 5)
            {
                var (shop, documents) = await OpenAsync();
                var failing = new FailingBlobStore(shop.Blobs, n, afterwards);
                try
                {
                    await shop.Eraser(failing).RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);
                    await shop.Eraser(failing).RunAsync(ErasureShop.Id, default);
                }
                catch (StoreException)
                {
                    calls++;
                }

                await EraseAsync(shop);
                (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty($"call {n}, afterwards {afterwards}");
                Documents(documents).ShouldNotContain(text => ErasureShop.Traces.Any(text.Contains), $"call {n}");
                (await shop.EventsAsync()).Count.ShouldBe(expected, $"call {n}, afterwards {afterwards}");
                if (!failing.HasFailed)
                {
                    break;
                }
            }
        }

        calls.ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task Run_LakeThatWasMerged_HoldsNothingOfHerAndTheOthersAreAsIfSheHadNeverBeen()
    {
        var (shop, _) = await OpenAsync();

        // The files that were merged are kept for readers still; they hold her too.
        (await Compactor(shop).CompactAllAsync(ErasureShop.Id, TimeSpan.FromDays(1), default)).Days.ShouldBeGreaterThan(3);
        await EraseAsync(shop);
        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();

        var (never, _) = await OpenAsync(withAnna: false);
        await Compactor(never).CompactAllAsync(ErasureShop.Id, TimeSpan.Zero, default);
        await Compactor(shop).CompactAllAsync(ErasureShop.Id, TimeSpan.Zero, default);
        (await shop.LakeFilesAsync()).ShouldBe(await never.LakeFilesAsync());
    }

    [Fact]
    public async Task Run_WhileTheLakeIsMerged_HoldsNothingOfHer()
    {
        // Every fifth call hits every kind of step; all of them were tried once.
        for (var pauseAt = 1; ; pauseAt += 5)
        {
            var (shop, _) = await OpenAsync();

            // The whole erasure happens between two calls of the merge.
            var pausing = new PausingBlobStore(shop.Blobs, pauseAt, async () => (await EraseAsync(shop)).Fault.ShouldBeNull());
            await new LakeCompactor(pausing, new ManualClock()).CompactAllAsync(ErasureShop.Id, TimeSpan.FromDays(1), default);
            if (pausing.PausedBefore is null)
            {
                pauseAt.ShouldBeGreaterThan(50);
                return;
            }

            var counting = (await LakeIndex.ReadAsync(shop.Blobs, ErasureShop.Id, default)).Values.SelectMany(parts => parts)
                .Select(part => $"{BlobLayout.Lake}/{part.Path}").ToHashSet(StringComparer.Ordinal);
            (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldAllBe(
                found => !counting.Any(part => found.StartsWith(part, StringComparison.Ordinal)), $"paused at call {pauseAt}: {pausing.PausedBefore}");

            // What the merge had written already and could not make count goes with the next one.
            await Compactor(shop).CompactAllAsync(ErasureShop.Id, TimeSpan.Zero, default);
            (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty($"paused at call {pauseAt}: {pausing.PausedBefore}");
        }
    }

    [Fact]
    public async Task Run_RawFilesKept_ComeInNeverAgain()
    {
        var (shop, _) = await OpenAsync();

        var status = await EraseAsync(shop, RawFiles.Keep);

        status.Receipt!.Receipt.Counts.RawFilesKept.ShouldBe(5);
        var left = await shop.ScanBlobsAsync(ErasureShop.Traces);
        left.ShouldAllBe(place => place.StartsWith("events/", StringComparison.Ordinal));
        var events = (await shop.EventsAsync()).Count;

        // The same records under another name and in another file are new content to intake.
        await using var raw = await shop.Blobs.OpenAsync(new BlobName(BlobLayout.Events, "demo/lines.ndjson"), default);
        using var text = new StreamReader(raw!.Content);
        var lines = (await text.ReadToEndAsync()).Split('\n').Where(line => !line.Contains("dora", StringComparison.Ordinal));
        var report = await shop.IngestAsync("again.ndjson", Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        report.Rejected["erased_person"].ShouldBe(4);
        (await shop.EventsAsync()).Count.ShouldBe(events);
    }

    [Fact]
    public async Task Receipt_Verifies_AndAChangedOneDoesNot()
    {
        var (shop, _) = await OpenAsync();
        var receipt = (await EraseAsync(shop)).Receipt!;
        var signer = new ReceiptSigner(ErasureShop.Names);
        var text = JsonSerializer.Serialize(receipt, JsonSerializerOptions.Web);

        signer.Verify(Encoding.UTF8.GetBytes(text)).ShouldSatisfyAllConditions(
            check => check.IsValid.ShouldBeTrue(check.Reason),
            check => signer.IsFor(check.Receipt!, ErasureShop.Anna).ShouldBeTrue(),
            check => signer.IsFor(check.Receipt!, new PersonIdentifiers { UserIds = ["bert"] }).ShouldBeFalse());
        receipt.Receipt.Counts.RawFilesRewritten.ShouldBe(4);
        receipt.Receipt.Counts.RawFilesDeleted.ShouldBe(1);
        receipt.Receipt.Counts.ModelLines.ShouldBe(2);
        receipt.Receipt.Counts.GenerationLines.ShouldBe(1);

        foreach (var changed in new[]
        {
            text.Replace("\"rawFilesDeleted\":1", "\"rawFilesDeleted\":2", StringComparison.Ordinal),
            text.Replace("\"shop\":\"demo\"", "\"shop\":\"other\"", StringComparison.Ordinal),
            text[..^3] + (text[^3] == '0' ? '1' : '0') + text[^2..],
            text.Replace("{\"receipt\"", "{\"more\":1,\"receipt\"", StringComparison.Ordinal),
            "{}",
            "not json",
        })
        {
            changed.ShouldNotBe(text);
            signer.Verify(Encoding.UTF8.GetBytes(changed)).IsValid.ShouldBeFalse(changed);
        }

        new ReceiptSigner(new BundleFunctions.Security.Pseudonymizer(new byte[32])).Verify(Encoding.UTF8.GetBytes(text)).IsValid.ShouldBeFalse();
    }

    [Fact]
    public async Task Request_Twice_IsOneErasure_AndBothAreInTheAuditLogWithoutHerName()
    {
        var (shop, _) = await OpenAsync();
        var first = await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);
        var second = await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, RawFiles.Rewrite, "test", default);
        second.ShouldBe(first);
        (await shop.Eraser().FindAsync(ErasureShop.Id, first, default))!.IsDone.ShouldBeFalse();

        (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem().Id.ShouldBe(first);
        (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldBeEmpty();

        (await shop.Eraser().FindAsync(ErasureShop.Id, first, default))!.Receipt.ShouldNotBeNull();
        var audit = await ErasureShop.AuditAsync(shop.Blobs);
        audit.Select(entry => entry.Action).ShouldBe(["privacy.erasure_requested", "privacy.erasure_done"], ignoreOrder: true);
    }

    [Fact]
    public async Task Run_NobodyOfThatName_ErasesNothing()
    {
        var (shop, _) = await OpenAsync();
        var before = await shop.LakeFilesAsync();

        await shop.Eraser().RequestAsync(ErasureShop.Id, new PersonIdentifiers { UserIds = ["nobody@example.com"] }, RawFiles.Rewrite, "test", default);
        var status = (await shop.Eraser().RunAsync(ErasureShop.Id, default)).ShouldHaveSingleItem();

        status.Receipt!.Receipt.Counts.ShouldBe(new ErasureCounts());
        (await shop.LakeFilesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Run_FileThatCannotBeRead_GoesAsAWholeWhereItNamesHer()
    {
        var (shop, _) = await OpenAsync();
        await shop.IngestAsync("broken.json", Encoding.UTF8.GetBytes($$"""[{"userId":"{{ErasureShop.UserId}}"}, {"""));
        await shop.IngestAsync("broken2.json", Encoding.UTF8.GetBytes("""[{"userId":"bert"}, {"""));

        await EraseAsync(shop);

        (await shop.ScanBlobsAsync(ErasureShop.Traces)).ShouldBeEmpty();
        (await shop.Blobs.FindAsync(new BlobName(BlobLayout.Events, "demo/broken.json"), default)).ShouldBeNull();
        (await shop.Blobs.FindAsync(new BlobName(BlobLayout.Events, "demo/broken2.json"), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Export_TellsEverythingThatNamesHer()
    {
        var (shop, _) = await OpenAsync();
        using var output = new MemoryStream();

        await shop.Exporter.ExportAsync(ErasureShop.Id, ErasureShop.Anna, output, "test", default);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var kinds = lines.GroupBy(line => line.GetProperty("kind").GetString()!).ToDictionary(group => group.Key, group => group.Count());
        kinds.Keys.ShouldBe(["event", "raw", "document", "model", "generation", "text", "opt_out"], ignoreOrder: true);
        kinds["event"].ShouldBe((3 * 5) + 2 + 1);
        lines.Single(line => line.GetProperty("kind").GetString() == "opt_out").GetProperty("optedOut").GetBoolean().ShouldBeTrue();
        Encoding.UTF8.GetString(output.ToArray()).ShouldNotContain("bert");
    }

    private static async Task<(ErasureShop Shop, InMemoryDocumentStore Documents)> OpenAsync(bool withAnna = true)
    {
        var clock = new ManualClock();
        var documents = new InMemoryDocumentStore(clock);
        var shop = new ErasureShop(new InMemoryBlobStore(clock), documents, Csv, clock);
        await shop.OpenAsync(withAnna);
        return (shop, documents);
    }

    private static async Task<ErasureStatus> EraseAsync(ErasureShop shop, RawFiles rawFiles = RawFiles.Rewrite)
    {
        var id = await shop.Eraser().RequestAsync(ErasureShop.Id, ErasureShop.Anna, rawFiles, "test", default);
        var statuses = await shop.Eraser().RunAsync(ErasureShop.Id, default);
        return statuses.Single(status => status.Id == id);
    }

    private static LakeCompactor Compactor(ErasureShop shop) => new(shop.Blobs, new ManualClock());

    private static List<string> Documents(InMemoryDocumentStore documents) =>
    [
        .. documents.Keys.Select(key => $"{key} {Encoding.UTF8.GetString(documents.GetAsync(key, default).Result!.Body.Span)}"),
    ];

    private sealed class EventComparer : IEqualityComparer<ShopEvent>
    {
        public bool Equals(ShopEvent? x, ShopEvent? y) => string.Equals(Text(x), Text(y), StringComparison.Ordinal);

        public int GetHashCode(ShopEvent obj) => obj.EventId.GetHashCode();

        private static string Text(ShopEvent? shopEvent) => JsonSerializer.Serialize(shopEvent, JsonSerializerOptions.Web);
    }
}
