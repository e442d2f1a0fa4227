using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Benchmarks.Lake;

/// <summary>Events of a shop, day by day: 100,000 visitors, 20,000 products with popularity by Zipf's law, sessions of views, carts and orders
/// of several items, ids that hold 128 bits each.</summary>
internal sealed class ShopDays(int eventsPerDay)
{
    private const int Products = 20_000;
    private const int Visitors = 100_000;
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly SeededRandom _random = new(1);
    private readonly AliasTable _popularity = AliasTable.Zipf(Products, 1.0);
    private readonly AliasTable _activity = AliasTable.Zipf(Visitors, 0.6);

    /// <summary>The events of one more day, in order of their times.</summary>
    public List<ShopEvent> Next(int day)
    {
        var events = new List<ShopEvent>(eventsPerDay);
        while (events.Count < eventsPerDay)
        {
            AddSession(events, Start.AddDays(day).AddMilliseconds(_random.NextInt32(86_000_000)));
        }

        events.Sort((a, b) => a.OccurredAt.CompareTo(b.OccurredAt));
        return events;
    }

    private void AddSession(List<ShopEvent> events, DateTimeOffset time)
    {
        var visitor = _activity.Draw(_random);
        var person = Identifier.Parse<Pseudonym>($"{(ulong)visitor * 0x9E3779B97F4A7C15UL:x16}{(ulong)visitor * 0xC2B2AE3D27D4EB4FUL:x16}");
        var session = Identifier.Parse<Pseudonym>(Hex());
        var basket = new List<EventItem>();
        for (var steps = 1 + _random.NextInt32(12); steps > 0; steps--)
        {
            var product = _popularity.Draw(_random);
            var item = new EventItem(Identifier.Parse<ProductId>($"p{product}"), 1 + (_random.NextInt32(8) == 0 ? 1 : 0), ((product * 7919) % 20_000 + 99) / 100m);
            var type = _random.NextInt32(10) < 8 ? EventType.View : EventType.AddToCart;
            if (type == EventType.AddToCart)
            {
                basket.Add(item);
            }

            events.Add(Event(type, time, person, session, order: null, [item]));
            time = time.AddMilliseconds(500 + _random.NextInt32(60_000));
        }

        if (basket.Count > 0 && _random.NextInt32(3) == 0)
        {
            events.Add(Event(EventType.Purchase, time, person, session, Identifier.Parse<Pseudonym>(Hex()), basket));
        }
    }

    private ShopEvent Event(
        EventType type, DateTimeOffset time, Pseudonym person, Pseudonym session, Pseudonym? order, IReadOnlyList<EventItem> items) => new()
        {
            EventId = Identifier.Parse<EventId>($"c-{Hex()}"),
            Type = type,
            OccurredAt = time,
            Visitor = person,
            Session = session,
            Order = order,
            Items = items,
            Currency = "EUR",
            Channel = "web",
        };

    private string Hex() => $"{Word():x16}{Word():x16}";

    private ulong Word() => ((ulong)(uint)_random.NextInt32(int.MaxValue) << 33) ^ ((ulong)(uint)_random.NextInt32(int.MaxValue) << 11) ^ (uint)_random.NextInt32(2048);
}
