using System.Diagnostics;
using System.Globalization;
using System.Text;
using BundleFunctions.Ports;
using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

public sealed class CosmosFaultTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private CosmosStandIn _cosmos = null!;
    private CosmosDocumentStore _store = null!;

    public async Task InitializeAsync()
    {
        _cosmos = await CosmosStandIn.StartAsync(_clock);
        _store = new CosmosDocumentStore(CosmosTestOptions.For(_cosmos) with { MaxWriteRetryTime = TimeSpan.FromSeconds(20) }, TimeProvider.System);
        await _store.PutManyAsync([Number("warm", 1)], default);
    }

    public async Task DisposeAsync()
    {
        _store.Dispose();
        await _cosmos.DisposeAsync();
    }

    [Fact]
    public async Task PutMany_ThirtyPercentThrottled_WritesAll()
    {
        _cosmos.Faults = new CosmosFaults { ThrottledWrites = 0.3 };

        await _store.PutManyAsync([.. Enumerable.Range(0, 1_000).Select(i => Number(string.Create(CultureInfo.InvariantCulture, $"d{i}"), i))], default);

        _cosmos.Items().Count(item => item.Partition == "p|shop").ShouldBe(1_001);
        _cosmos.Counts["POST 429"].ShouldBeInRange(300, 600);
    }

    [Fact]
    public async Task PutMany_UnavailableNowAndThen_WritesAll()
    {
        _cosmos.Faults = new CosmosFaults { UnavailableWrites = 0.1, LostAnswers = 0.1 };

        await _store.PutManyAsync([.. Enumerable.Range(0, 100).Select(i => Number(string.Create(CultureInfo.InvariantCulture, $"d{i}"), i))], default);

        _cosmos.Items().Count(item => item.Id.StartsWith('d')).ShouldBe(100);
    }

    [Fact]
    public async Task PutMany_UnavailableForGood_IsATransientStoreExceptionWithinItsTime()
    {
        using var store = new CosmosDocumentStore(CosmosTestOptions.For(_cosmos) with { MaxWriteRetryTime = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        await store.PutManyAsync([Number("before", 1)], default);
        _cosmos.Faults = new CosmosFaults { UnavailableWrites = 1 };
        var started = Stopwatch.GetTimestamp();

        var failure = await Should.ThrowAsync<StoreException>(() => store.PutManyAsync([Number("x", 1), Number("y", 1)], default));

        failure.IsTransient.ShouldBeTrue();
        failure.Message.ShouldContain("503");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Get_ThrottledForGood_IsHandedBackSoon()
    {
        _cosmos.Faults = new CosmosFaults { ThrottledReads = 1, RetryAfter = TimeSpan.FromMilliseconds(100) };
        var started = Stopwatch.GetTimestamp();

        var failure = await Should.ThrowAsync<StoreException>(() => _store.GetAsync(new("p|shop", "warm"), default));

        failure.IsTransient.ShouldBeTrue();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Get_Garbage_IsATransientStoreException()
    {
        _cosmos.Faults = new CosmosFaults { GarbageReads = 1 };

        (await Should.ThrowAsync<StoreException>(() => _store.GetAsync(new("p|shop", "warm"), default))).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task Get_SlowerThanTheCallerWaits_IsCancelledThen()
    {
        _cosmos.Faults = new CosmosFaults { Delay = TimeSpan.FromSeconds(5) };
        using var deadline = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var started = Stopwatch.GetTimestamp();

        await Should.ThrowAsync<OperationCanceledException>(() => _store.GetAsync(new("p|shop", "warm"), deadline.Token));

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task CompareAndSwap_AnswerLost_KnowsItsOwnWrite()
    {
        string? etag = null;
        for (var seed = 0; seed < 10; seed++)
        {
            _cosmos.Faults = new CosmosFaults { LostAnswers = 0.5, Seed = seed };
            etag = (await _store.CompareAndSwapAsync(Number("pointer", seed), etag, default)).ShouldNotBeNull();
        }

        _cosmos.Faults = CosmosFaults.None;
        (await _store.GetAsync(new("p|shop", "pointer"), default))!.ETag.ShouldBe(etag);
        (await _store.CompareAndSwapAsync(Number("pointer", 99), "\"stale\"", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Get_NoSuchContainer_IsAFailureAndNotAMiss()
    {
        using var store = new CosmosDocumentStore(
            CosmosTestOptions.For(_cosmos) with { CreateIfMissing = false, Container = "missing" }, TimeProvider.System);

        var failure = await Should.ThrowAsync<StoreException>(() => store.GetAsync(new("p|shop", "warm"), default));

        failure.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Get_NobodyListens_IsATransientStoreException()
    {
        var endpoint = _cosmos.Endpoint;
        await _cosmos.DisposeAsync();
        using var store = new CosmosDocumentStore(
            CosmosTestOptions.For(_cosmos) with { Endpoint = endpoint, CreateIfMissing = false }, TimeProvider.System);

        (await Should.ThrowAsync<StoreException>(() => store.GetAsync(new("p|shop", "warm"), default))).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public void Container_CreatedOnDemand_HasTimeToLiveAndNoIndex()
    {
        var properties = _cosmos.ContainerProperties()!;

        ((int)properties["defaultTtl"]!).ShouldBe(-1);
        ((string)properties["partitionKey"]!["paths"]![0]!).ShouldBe("/pk");
        ((string)properties["indexingPolicy"]!["indexingMode"]!).ShouldBe("none", StringCompareShould.IgnoreCase);
    }

    private static Document Number(string id, int value) =>
        new(new DocumentKey("p|shop", id), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{value}}}""")));
}
