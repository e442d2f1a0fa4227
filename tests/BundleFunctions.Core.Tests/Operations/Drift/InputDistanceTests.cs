using BundleFunctions.Operations.Drift;

namespace BundleFunctions.Core.Tests.Operations.Drift;

public sealed class InputDistanceTests
{
    [Fact]
    public async Task Of_TwoSamplesOfOneShop_IsNearNothing()
    {
        var (learned, now) = (await ProfileAsync(seed: 1, count: 4_000), await ProfileAsync(seed: 2, count: 1_000));

        var distances = InputDistance.Of(learned, now);

        distances.Keys.ShouldBe(["basket", "price", "product", "type"]);
        distances.Values.ShouldAllBe(distance => distance < 0.05);
    }

    [Theory]
    [InlineData("price")]
    [InlineData("product")]
    [InlineData("type")]
    [InlineData("basket")]
    public async Task Of_OneFeatureMoved_NamesThatFeatureAndNoOther(string moved)
    {
        var distances = InputDistance.Of(await ProfileAsync(seed: 1, count: 4_000), await ProfileAsync(seed: 2, count: 2_000, moved));

        distances[moved].ShouldBeGreaterThan(ShopDrift.Threshold);
        distances.Where(pair => pair.Key != moved).ShouldAllBe(pair => pair.Value < 0.1);
    }

    [Fact]
    public async Task Of_HardlyAnythingCounted_SaysNothing() =>
        InputDistance.Of(await ProfileAsync(seed: 1, count: 4_000), await ProfileAsync(seed: 2, count: 100, "price")).ShouldBeEmpty();

    [Fact]
    public async Task Count_MoreProductsThanAreKept_PutsTheRestUnderNoName()
    {
        var profile = await InputProfile.CountAsync(Enumerable.Range(0, 5_010).Select(i => Event(EventType.View, [$"p{i}"], 1m)).ToAsyncEnumerable());

        profile.Products.Count.ShouldBe(5_001);
        profile.Products[""].ShouldBe(10);
    }

    private static Task<InputProfile> ProfileAsync(int seed, int count, string moved = "")
    {
        var random = new Random(seed);
        return InputProfile.CountAsync(Enumerable.Range(0, count).Select(_ => Draw(random, moved)).ToAsyncEnumerable());
    }

    // Views and purchases half and half; a purchase holds one to three of a hundred products, the first ones more often, priced 8 to 64.
    private static ShopEvent Draw(Random random, string moved)
    {
        var type = random.NextDouble() < (moved == "type" ? 0.95 : 0.5) ? EventType.View : EventType.Purchase;
        var items = type == EventType.View || moved == "basket" ? 1 : random.Next(1, 4);
        var products = Enumerable.Range(0, items).Select(_ => $"p{(moved == "product" ? 50 : 0) + (int)(100 * random.NextDouble() * random.NextDouble())}");
        return Event(type, [.. products], (decimal)(8 << random.Next(4)) * (moved == "price" ? 100 : 1));
    }

    private static ShopEvent Event(EventType type, string[] products, decimal price) => new()
    {
        EventId = Identifier.Parse<EventId>("e"),
        Type = type,
        OccurredAt = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
        Items = [.. products.Select(product => new EventItem(Identifier.Parse<ProductId>(product), 1, price))],
    };
}
