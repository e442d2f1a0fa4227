using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Core.Tests.Baskets;

/// <summary>Events in few words: <c>items</c> is "a b:2", products with an optional quantity.</summary>
internal static class BasketEvents
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ShopEvent Purchase(string id, int minute, string items, string? user = null, string? order = null, string? visitor = null) =>
        Event(EventType.Purchase, id, minute, items, user, order, visitor);

    public static ShopEvent Refund(string id, int minute, string items, string? user = null, string? order = null, string? visitor = null) =>
        Event(EventType.Refund, id, minute, items, user, order, visitor);

    public static Pseudonym Name(string text) =>
        Identifier.Parse<Pseudonym>(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);

    private static ShopEvent Event(EventType type, string id, int minute, string items, string? user, string? order, string? visitor) => new()
    {
        EventId = Identifier.Parse<EventId>(id),
        Type = type,
        OccurredAt = Start.AddMinutes(minute),
        User = user is null ? null : Name(user),
        Visitor = visitor is null ? null : Name(visitor),
        Order = order is null ? null : Name(order),
        Items = [.. items.Split(' ').Select(Item)],
    };

    private static EventItem Item(string text)
    {
        var parts = text.Split(':');
        return new EventItem(Identifier.Parse<ProductId>(parts[0]), parts.Length > 1 ? int.Parse(parts[1]) : 1);
    }
}
