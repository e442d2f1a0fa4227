using BundleFunctions.Audit;
using BundleFunctions.Ports;
using BundleFunctions.Serving;
using BundleFunctions.Serving.Rules;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Serving.Rules;

public sealed class RuleStoreTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly RuleSet One = new() { Rules = [new Rule { Id = Identifier.Parse<RuleId>("one"), Action = RuleAction.Hide }] };
    private static readonly RuleChange Change = new("0123456789ab", "rules.put", Identifier.Parse<RuleId>("one"), null);

    private readonly ManualClock _clock = new();
    private readonly InMemoryBlobStore _blobs = new();
    private readonly AuditLog _audit;
    private readonly RuleStore _store;

    public RuleStoreTests()
    {
        _audit = new AuditLog(_blobs, _clock);
        _store = new RuleStore(_blobs, _audit);
    }

    private AnswerContext Context => new(Shop, "home", _clock.GetUtcNow());

    private async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        (await _audit.ReadAsync(Shop, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime), null, 100, default)).Entries;

    [Fact]
    public async Task SaveAsync_TwoWhoBeganAtOnce_OneWinsAndTheOtherChangesNothing()
    {
        var first = await _store.SaveAsync(Shop, One, null, Change, default);
        var late = await _store.SaveAsync(Shop, new RuleSet(), null, Change, default);

        first.ShouldNotBeNull();
        late.ShouldBeNull();
        (await _store.ReadAsync(Shop, default)).Set.Rules.Count.ShouldBe(1);
        var entry = (await AuditAsync()).ShouldHaveSingleItem();
        (entry.Actor, entry.Action, entry.Target).ShouldBe(("0123456789ab", "rules.put", "one"));
    }

    [Fact]
    public async Task SaveAsync_AuditCannotBeWritten_ChangesNothing()
    {
        var store = new RuleStore(_blobs, new AuditLog(new FailingBlobStore(_blobs, 1, afterwards: false), _clock));

        await Should.ThrowAsync<StoreException>(() => store.SaveAsync(Shop, One, null, Change, default));

        (await _store.ReadAsync(Shop, default)).ETag.ShouldBeNull();
    }

    [Fact]
    public async Task GetAsync_ChangedElsewhere_WorksWithinTwoSeconds()
    {
        var shelf = new RuleShelf(_store, _clock);
        (await shelf.GetAsync(Shop, default)).Select(Context).ShouldBeSameAs(RuleSelection.Nothing);

        await _store.SaveAsync(Shop, One, null, Change, default);
        (await shelf.GetAsync(Shop, default)).Select(Context).Rules.ShouldBeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(2));

        (await shelf.GetAsync(Shop, default)).Select(Context).Rules.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_ManyActsOfADay_ArePagedInOrder()
    {
        for (var i = 0; i < 5; i++)
        {
            await _audit.WriteAsync(Shop, "cli", $"act-{i}", null, null, default);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var day = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        var first = await _audit.ReadAsync(Shop, day, null, 3, default);
        var second = await _audit.ReadAsync(Shop, day, first.Next, 3, default);

        first.Entries.Concat(second.Entries).Select(entry => entry.Action).ShouldBe(["act-0", "act-1", "act-2", "act-3", "act-4"]);
        second.Next.ShouldBeNull();
        (await _audit.ReadAsync(Identifier.Parse<ShopId>("dem"), day, null, 3, default)).Entries.ShouldBeEmpty();
    }
}
