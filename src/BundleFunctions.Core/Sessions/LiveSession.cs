using System.Text.Json.Serialization;
using BundleFunctions.Lake;

namespace BundleFunctions.Sessions;

/// <summary>What a visitor did lately, oldest first.</summary>
/// <param name="Items">At most <see cref="SessionOptions.MaxItems"/>, in order of time, then event, then product.</param>
public sealed record LiveSession([property: JsonPropertyName("i")] IReadOnlyList<SessionItem> Items)
{
    public static LiveSession Empty { get; } = new([]);

    /// <summary>Products in the cart: added and neither removed nor bought since, in the order in which they were added.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProductId> Cart
    {
        get
        {
            var cart = new List<ProductId>();
            foreach (var item in Items)
            {
                if (item.Action == EventType.AddToCart && !cart.Contains(item.Product))
                {
                    cart.Add(item.Product);
                }
                else if (item.Action is EventType.RemoveFromCart or EventType.Purchase)
                {
                    cart.Remove(item.Product);
                }
            }

            return cart;
        }
    }

    /// <summary>Products bought in the session, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProductId> Bought =>
        [.. Items.Where(item => item.Action == EventType.Purchase).Select(item => item.Product).Distinct()];

    /// <summary>The session with more of it: an item that stands in it already is not added again, and the oldest make room.</summary>
    public LiveSession With(IEnumerable<SessionItem> more, int maxItems)
    {
        var seen = new HashSet<(string, ProductId)>(Items.Count);
        var items = Items.Concat(more).Where(item => seen.Add((item.Event, item.Product)))
            .OrderBy(item => item.At).ThenBy(item => item.Event, StringComparer.Ordinal).ThenBy(item => item.Product)
            .ToArray();
        return new LiveSession(items.Length <= maxItems ? items : items[^maxItems..]);
    }

    /// <summary>What an event adds to a session; nothing where it shows no interest in a product.</summary>
    public static IEnumerable<SessionItem> ItemsOf(ShopEvent shopEvent)
    {
        if (shopEvent.Type is EventType.Refund or EventType.Search or EventType.Impression)
        {
            return [];
        }

        var name = ((ulong)(EventIdSet.Hash(shopEvent.EventId.Value) >> 64)).ToString("x16");
        return shopEvent.Items.Select(item => new SessionItem(item.ProductId, shopEvent.Type, shopEvent.OccurredAt, item.Quantity, name));
    }
}
