namespace BundleFunctions.Core.Tests.Lake;

/// <summary>Events with every field in every state, from a seed.</summary>
internal static class LakeEvents
{
    private static readonly string[] Titles = ["Kaffee, gemahlen", "Ünïcödé 咖啡", "👩‍👩‍👧 \"quoted\" \\ slash", "plain"];

    public static DateTimeOffset Day { get; } = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>So many events of one day, no two with one id.</summary>
    public static List<ShopEvent> Make(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => Make(random, i))];
    }

    private static ShopEvent Make(Random random, int number)
    {
        var type = (EventType)random.Next(9);
        return new ShopEvent
        {
            EventId = Identifier.Parse<EventId>(random.Next(4) == 0 ? $"ünï-{number}" : $"c-{Hex(random)}"),
            Type = type,
            OccurredAt = Day.AddTicks(random.NextInt64(TimeSpan.TicksPerDay) / 10 * 10),
            Visitor = Person(random),
            User = Person(random),
            Session = random.Next(3) == 0 ? null : Identifier.Parse<Pseudonym>(Hex(random)),
            Order = type == EventType.Purchase ? Identifier.Parse<Pseudonym>(Hex(random)) : null,
            Items = [.. Enumerable.Range(0, random.Next(4) == 0 ? 0 : random.Next(1, 5)).Select(_ => Item(random))],
            Currency = random.Next(3) switch { 0 => null, 1 => "EUR", _ => "USD" },
            Query = type == EventType.Search ? $"Suche {random.Next(20)} ä" : null,
            Rating = type == EventType.Rating ? Price(random, 5) : null,
            Channel = random.Next(2) == 0 ? null : "web",
            RecommendationId = random.Next(5) == 0 ? $"r-{random.Next()}" : null,
            BundleId = random.Next(6) == 0 ? Identifier.Parse<BundleId>($"b-{random.Next(9)}") : null,
            Consent = random.Next(3) == 0 ? new Consent(random.Next(2) == 0, random.Next(2) == 0) : null,
            Robot = random.Next(8) == 0 ? "examplebot" : null,
        };
    }

    private static EventItem Item(Random random)
    {
        var price = random.Next(4) == 0 ? null : Price(random, 1_000_000_000);
        return new EventItem(
            Identifier.Parse<ProductId>($"p{random.Next(300)}"),
            random.Next(5) == 0 ? random.Next(1, 100_001) : 1,
            price,
            price is null || random.Next(2) == 0 ? null : LakeNumber(price.Value / 4),
            random.Next(3) == 0 ? null : Titles[random.Next(Titles.Length)]);
    }

    // The largest price, the smallest step and what a shop asks on most days.
    private static decimal? Price(Random random, int most) => LakeNumber(random.Next(4) switch
    {
        0 => most,
        1 => random.NextInt64(0, 100_000_000L * most) / 100_000_000m,
        2 => 0,
        _ => random.Next(0, Math.Min(most, 500) * 100) / 100m,
    });

    private static decimal LakeNumber(decimal value)
    {
        var rounded = decimal.Round(value, 8);
        return rounded == 0 ? 0 : rounded / 1.0000000000000000000000000000m;
    }

    private static Pseudonym? Person(Random random) =>
        random.Next(3) == 0 ? null : Identifier.Parse<Pseudonym>($"{random.Next(40):x32}");

    private static string Hex(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
