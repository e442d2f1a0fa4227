using BundleFunctions.Core.Tests.Publishing;
using BundleFunctions.Ports;
using BundleFunctions.Security;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Security;

public sealed class ApiKeyRingTests
{
    private static readonly ShopId Shop = Identifier.Parse<ShopId>("demo");
    private static readonly ShopId Other = Identifier.Parse<ShopId>("other");

    private readonly ManualClock _clock = new();
    private readonly InMemoryDocumentStore _memory;
    private readonly FaultyDocumentStore _documents;
    private readonly ApiKeyRing _ring;

    public ApiKeyRingTests()
    {
        _memory = new InMemoryDocumentStore(_clock);
        _documents = new FaultyDocumentStore(_memory);
        _ring = new ApiKeyRing(_documents, _clock);
    }

    private ValueTask<ApiAccess> TryAsync(string? key, ShopId shop, ApiRole role) => _ring.AuthorizeAsync(key, shop, role, default);

    [Fact]
    public async Task CreateAsync_AnyKey_Has256RandomBitsAndIsStoredHashedOnly()
    {
        var key = await _ring.CreateAsync(Shop, ApiRole.Read, default);

        key.ShouldMatch("^bf_[A-Za-z0-9_-]{43}$");
        (await _ring.CreateAsync(Shop, ApiRole.Read, default)).ShouldNotBe(key);
        _memory.Keys.ShouldAllBe(stored => stored.Partition == "k|demo" && stored.Id == "ring");
        foreach (var stored in _memory.Keys)
        {
            System.Text.Encoding.UTF8.GetString((await _memory.GetAsync(stored, default))!.Body.Span).ShouldNotContain(key[3..]);
        }
    }

    [Fact]
    public async Task AuthorizeAsync_RoleAndShop_AreHeldApart()
    {
        var read = await _ring.CreateAsync(Shop, ApiRole.Read, default);
        var admin = await _ring.CreateAsync(Shop, ApiRole.Admin, default);

        (await TryAsync(read, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        (await TryAsync(read, Shop, ApiRole.Admin)).ShouldBe(ApiAccess.Denied);
        (await TryAsync(admin, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        (await TryAsync(admin, Shop, ApiRole.Admin)).ShouldBe(ApiAccess.Granted);
        (await TryAsync(admin, Other, ApiRole.Read)).ShouldBe(ApiAccess.Denied);
        (await TryAsync("bf_" + new string('A', 43), Shop, ApiRole.Read)).ShouldBe(ApiAccess.Denied);
    }

    [Theory]
    [InlineData(null, ApiAccess.Missing)]
    [InlineData("", ApiAccess.Missing)]
    [InlineData("bf_short", ApiAccess.Denied)]
    [InlineData("xx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", ApiAccess.Denied)]
    public async Task AuthorizeAsync_NoKeyOrNoneOfOurs_AsksNoStore(string? key, ApiAccess expected)
    {
        (await TryAsync(key, Shop, ApiRole.Read)).ShouldBe(expected);
        _documents.Faults.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task AuthorizeAsync_AnotherShopsKeyAndUnknownShop_CostTheSameReads()
    {
        var key = await _ring.CreateAsync(Shop, ApiRole.Read, default);
        _documents.Faults.Reset();

        await TryAsync(key, Other, ApiRole.Read);
        var anothers = _documents.Faults.Calls;
        await TryAsync(key, Identifier.Parse<ShopId>("no-such-shop"), ApiRole.Read);

        (anothers, _documents.Faults.Calls - anothers).ShouldBe((1, 1));
    }

    [Fact]
    public async Task AuthorizeAsync_WithinSeconds_ReadsOnce()
    {
        var key = await _ring.CreateAsync(Shop, ApiRole.Read, default);
        _documents.Faults.Reset();

        for (var i = 0; i < 100; i++)
        {
            await TryAsync(key, Shop, ApiRole.Read);
            await TryAsync(key, Other, ApiRole.Read);
        }

        _documents.Faults.Calls.ShouldBe(2);
        _clock.Advance(TimeSpan.FromSeconds(6));
        await TryAsync(key, Shop, ApiRole.Read);
        _documents.Faults.Calls.ShouldBe(3);
    }

    [Fact]
    public async Task AuthorizeAsync_StoreDown_KnowsAGoodKeyForMinutesAndANewOneNever()
    {
        var key = await _ring.CreateAsync(Shop, ApiRole.Read, default);
        await TryAsync(key, Shop, ApiRole.Read);
        _documents.Faults.Down = true;
        _clock.Advance(TimeSpan.FromMinutes(4));

        (await TryAsync(key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        await Should.ThrowAsync<StoreException>(async () => await TryAsync("bf_" + new string('A', 43), Shop, ApiRole.Read));
        (await TryAsync(key, Shop, ApiRole.Admin)).ShouldBe(ApiAccess.Denied);
        _clock.Advance(TimeSpan.FromMinutes(2));
        await Should.ThrowAsync<StoreException>(async () => await TryAsync(key, Shop, ApiRole.Read));
    }

    [Fact]
    public async Task RevokeAsync_KnownKey_OpensNothingMore()
    {
        var key = await _ring.CreateAsync(Shop, ApiRole.Admin, default);
        await TryAsync(key, Shop, ApiRole.Read);

        await _ring.RevokeAsync(Shop, key, default);

        (await TryAsync(key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Denied);
    }

    [Fact]
    public async Task IssueAsync_ThirdKeyOfARole_IsNotMade()
    {
        var first = await _ring.IssueAsync(Shop, ApiRole.Read, "web", default);
        await _ring.CreateAsync(Shop, ApiRole.Read, default);

        (await _ring.IssueAsync(Shop, ApiRole.Read, null, default)).ShouldBeNull();
        await Should.ThrowAsync<ApiKeyLimitException>(() => _ring.CreateAsync(Shop, ApiRole.Read, default));
        await _ring.CreateAsync(Shop, ApiRole.Admin, default);

        var listed = await _ring.ListAsync(Shop, default);
        listed.Select(key => key.Role).ShouldBe([ApiRole.Read, ApiRole.Read, ApiRole.Admin]);
        listed[0].ShouldBe(first!.Info);
        listed.ShouldAllBe(key => key.Id.Length == 12 && !first.Key.Contains(key.Id));
    }

    [Fact]
    public async Task RevokeByIdAsync_WhileTheSecondServes_RotatesWithoutAPause()
    {
        var old = (await _ring.IssueAsync(Shop, ApiRole.Read, null, default))!;
        (await TryAsync(old.Key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        var next = (await _ring.IssueAsync(Shop, ApiRole.Read, null, default))!;
        (await TryAsync(old.Key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        (await TryAsync(next.Key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);

        (await _ring.RevokeByIdAsync(Shop, old.Info.Id, default)).ShouldBeTrue();

        (await TryAsync(old.Key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Denied);
        (await TryAsync(next.Key, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
        (await _ring.RevokeByIdAsync(Shop, old.Info.Id, default)).ShouldBeFalse();
        (await _ring.RevokeByIdAsync(Shop, "", default)).ShouldBeFalse();
    }

    [Fact]
    public async Task AuthorizeAsync_KeyMadeElsewhere_OpensWithinASecondAndGuessesCostNoReads()
    {
        await _ring.CreateAsync(Shop, ApiRole.Read, default);
        await TryAsync("bf_" + new string('A', 43), Shop, ApiRole.Read);
        _documents.Faults.Reset();
        for (var i = 0; i < 1000; i++)
        {
            (await TryAsync("bf_" + i.ToString("D43"), Shop, ApiRole.Read)).ShouldBe(ApiAccess.Denied);
        }

        _documents.Faults.Calls.ShouldBe(0);
        var made = await new ApiKeyRing(_memory, _clock).CreateAsync(Shop, ApiRole.Read, default);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await TryAsync(made, Shop, ApiRole.Read)).ShouldBe(ApiAccess.Granted);
    }

    [Fact]
    public async Task IssueAsync_ManyAtOnce_KeepsToTheLimit()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new ApiKeyRing(_memory, _clock).IssueAsync(Shop, ApiRole.Read, null, default))));

        made.Count(key => key is not null).ShouldBe(2);
        (await _ring.ListAsync(Shop, default)).Count.ShouldBe(2);
    }
}
