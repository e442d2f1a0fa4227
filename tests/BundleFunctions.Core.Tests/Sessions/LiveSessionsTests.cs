using System.Text;
using BundleFunctions.Feedback;
using BundleFunctions.Ports;
using BundleFunctions.Privacy;
using BundleFunctions.Security;
using BundleFunctions.Sessions;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Sessions;

public sealed class LiveSessionsTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly Pseudonymizer Names = new("a key for tests, 32 bytes or more"u8);
    private static readonly Pseudonym Anna = Names.Create(PseudonymKind.Visitor, Shop, "anna-visitor");
    private static readonly Pseudonym AnnaSession = Names.Create(PseudonymKind.Session, Shop, "s-1");

    private readonly ManualClock _clock = new();
    private readonly InMemoryBlobStore _blobs = new();
    private readonly FaultyDocuments _documents;
    private readonly OptOutList _optOuts;

    public LiveSessionsTests()
    {
        _documents = new FaultyDocuments(new InMemoryDocumentStore(_clock));
        _optOuts = new OptOutList(_blobs, _documents, _clock);
    }

    [Fact]
    public async Task Post_Events_StandInTheSessionOfEverybodyTheyName()
    {
        await PostAsync(Event("view", "a", 0), Event("add_to_cart", "b", 1));

        foreach (var actor in new[] { Anna, AnnaSession })
        {
            var session = (await Sessions().ReadAsync(Shop, actor, default)).Session.ShouldNotBeNull();
            session.Items.Select(item => (item.Product.Value, item.Action)).ShouldBe([("a", EventType.View), ("b", EventType.AddToCart)]);
            session.Cart.Select(product => product.Value).ShouldBe(["b"]);
        }
    }

    [Fact]
    public async Task Post_TheSameBodyTwiceAndOutOfOrder_CountsOnceInOrderOfTime()
    {
        await PostAsync(Event("view", "b", 1));
        await PostAsync(Event("view", "a", 0));
        await PostAsync(Event("view", "a", 0));

        (await Sessions().ReadAsync(Shop, Anna, default)).Session!.Items.Select(item => item.Product.Value).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Post_MoreThanTheBound_KeepsTheNewest()
    {
        await PostAsync([.. Enumerable.Range(0, 130).Select(i => Event("view", $"p{i:000}", i / 130.0))]);

        var items = (await Sessions().ReadAsync(Shop, Anna, default)).Session!.Items;
        items.Count.ShouldBe(50);
        items[^1].Product.Value.ShouldBe("p129");
    }

    [Fact]
    public async Task Session_AfterItsTime_IsForgotten()
    {
        await PostAsync(Event("view", "a", 0));
        _clock.Advance(TimeSpan.FromHours(2));

        (await Sessions().ReadAsync(Shop, Anna, default)).ShouldBe(new SessionLookup(null, Failed: false));
    }

    [Fact]
    public async Task Post_WithoutConsent_DeletesWhatThereWasAndKeepsNothing()
    {
        await PostAsync(Event("view", "a", 0));

        var result = await PostAsync(Event("view", "b", 1), Event("view", "c", 2, consent: false), Event("view", "d", 3));

        result.Accepted.ShouldBe(3);
        result.Sessions.ShouldBe(new SessionUpdate(0, Forgotten: 2, 0, 0));
        (await Sessions().ReadAsync(Shop, Anna, default)).Session.ShouldBeNull();
    }

    [Fact]
    public async Task Post_ByOneWhoOptedOut_KeepsNothing_UntilHeIsBack()
    {
        await _optOuts.AddAsync(Shop, Anna, default);
        await PostAsync(Event("view", "a", 0));
        (await Sessions().ReadAsync(Shop, Anna, default)).Session.ShouldBeNull();
        (await OptOutList.ReadMarksAsync(_blobs, Shop, default)).ShouldBe([PersonMark.Of(Anna)]);

        await _optOuts.RemoveAsync(Shop, Anna, default);
        await PostAsync(Event("view", "b", 1));
        (await Sessions().ReadAsync(Shop, Anna, default)).Session!.Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Documents_OfSessions_HoldNoIdentifierAsSent()
    {
        await PostAsync(Event("view", "a", 0));

        foreach (var key in _documents.Memory.Keys)
        {
            var text = key + Encoding.UTF8.GetString((await _documents.GetAsync(key, default))!.Body.Span);
            text.ShouldNotContain("anna");
            text.ShouldNotContain("s-1");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_StoreFailsOrHangs_LosesNoEvent(bool hangs)
    {
        _documents.Fault = hangs ? () => Task.Delay(Timeout.Infinite) : () => throw new StoreException("gone", isTransient: true);

        var sessions = new LiveSessions(_documents, _optOuts, TimeProvider.System, new SessionOptions { Deadline = TimeSpan.FromMilliseconds(50) });
        var result = await new EventPoster(_blobs, Names, _clock, sessions).PostAsync(Shop, Encoding.UTF8.GetBytes(Event("view", "a", 0)), default);

        result.Accepted.ShouldBe(1);
        (await _blobs.ListAsync(BlobLayout.Events, "", default).ToListAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Post_ManyAtOnce_LosesNoItem()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => PostAsync(Event("view", $"p{i}", i)))));

        (await Sessions().ReadAsync(Shop, Anna, default)).Session!.Items.Count.ShouldBe(5);
    }

    private LiveSessions Sessions() => new(_documents, _optOuts, _clock, new SessionOptions());

    private Task<PostEventsResult> PostAsync(params string[] events) =>
        new EventPoster(_blobs, Names, _clock, Sessions()).PostAsync(Shop, Encoding.UTF8.GetBytes(string.Join('\n', events)), default);

    private string Event(string type, string product, double minute, bool? consent = null)
    {
        var given = consent is { } personal ? $$""","consent":{"personalization":{{(personal ? "true" : "false")}},"analytics":true}""" : "";
        return $$"""
            {"type":"{{type}}","occurredAt":"{{_clock.GetUtcNow().AddMinutes(minute):O}}","visitorId":"anna-visitor","sessionId":"s-1","items":[{"productId":"{{product}}","quantity":1}]{{given}}}
            """;
    }

    private sealed class FaultyDocuments(InMemoryDocumentStore memory) : IDocumentStore
    {
        public InMemoryDocumentStore Memory => memory;

        public Func<Task>? Fault { get; set; }

        public async Task<StoredDocument?> GetAsync(DocumentKey key, CancellationToken cancellationToken)
        {
            await (Fault?.Invoke() ?? Task.CompletedTask);
            return await memory.GetAsync(key, cancellationToken);
        }

        public Task PutManyAsync(IReadOnlyCollection<Document> documents, CancellationToken cancellationToken) =>
            memory.PutManyAsync(documents, cancellationToken);

        public Task<string?> CompareAndSwapAsync(Document document, string? expectedETag, CancellationToken cancellationToken) =>
            memory.CompareAndSwapAsync(document, expectedETag, cancellationToken);

        public Task DeleteManyAsync(IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken) =>
            memory.DeleteManyAsync(keys, cancellationToken);
    }
}
