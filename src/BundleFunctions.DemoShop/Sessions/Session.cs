using BundleFunctions.DemoShop.Catalogue;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.DemoShop.Sessions;

/// <summary>One visit under way: it dates each event and hands it on.</summary>
internal sealed class Session(string sessionId, Visitor visitor, bool signedIn, DateOnly date, SeededRandom random, List<DemoEvent> events)
{
    private readonly SessionClock _clock = new(date, random);

    public Visitor Visitor { get; } = visitor;

    public void View(ShopItem item) => Add(EventType.View, [new DemoLine(item.Id, 1)]);

    public void Search(string query) => Add(EventType.Search, [], query: query);

    public void AddToCart(ShopItem item, int quantity) => Add(EventType.AddToCart, [new DemoLine(item.Id, quantity, item.Product.Price)]);

    public void RemoveFromCart(ShopItem item, int quantity) => Add(EventType.RemoveFromCart, [new DemoLine(item.Id, quantity)]);

    public DemoEvent Purchase(string orderId, IReadOnlyList<DemoLine> lines) => Add(EventType.Purchase, lines, orderId);

    private DemoEvent Add(EventType type, IReadOnlyList<DemoLine> items, string? orderId = null, string? query = null)
    {
        var added = new DemoEvent
        {
            Type = type,
            OccurredAt = _clock.Tick(),
            Visitor = Visitor,
            SignedIn = signedIn,
            SessionId = sessionId,
            OrderId = orderId,
            Items = items,
            Query = query,
        };
        events.Add(added);
        return added;
    }
}
