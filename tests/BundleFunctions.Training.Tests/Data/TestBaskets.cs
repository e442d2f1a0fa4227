using System.Globalization;
using BundleFunctions.Baskets;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>Baskets from lists of names, an order a minute.</summary>
internal static class TestBaskets
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static BasketSet Of(IEnumerable<IEnumerable<string>> orders)
    {
        var builder = new BasketBuilder();
        foreach (var shopEvent in Events(orders))
        {
            builder.Add(shopEvent);
        }

        return builder.Build();
    }

    public static EncodedBaskets Encoded(IEnumerable<IEnumerable<string>> orders) => EncodedBaskets.Of(Of(orders).Baskets);

    public static IEnumerable<ShopEvent> Events(IEnumerable<IEnumerable<string>> orders) => orders.Select((items, i) => new ShopEvent
    {
        EventId = Identifier.Parse<EventId>($"e{i.ToString("D8", CultureInfo.InvariantCulture)}"),
        Type = EventType.Purchase,
        OccurredAt = Start.AddMinutes(i),
        Items = [.. items.Select(item => new EventItem(Identifier.Parse<ProductId>(item), 1))],
    });

    /// <summary>Random orders over a few products, some far more popular than others.</summary>
    public static string[][] Random(int orders, int products, int seed, int meanLength = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, orders).Select(_ => Enumerable.Range(0, random.Next(1, meanLength * 2))
            .Select(_ => $"p{(int)(products * random.NextDouble() * random.NextDouble()):D5}").Distinct().ToArray())];
    }
}
