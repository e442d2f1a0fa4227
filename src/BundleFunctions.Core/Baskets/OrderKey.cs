namespace BundleFunctions.Baskets;

/// <summary>Names one order: by the shop's order id, or, for a purchase that has none, by its event.</summary>
public readonly record struct OrderKey : IComparable<OrderKey>
{
    private readonly string? _value;

    private OrderKey(string value) => _value = value;

    /// <summary><c>o|{order}</c> or <c>e|{eventId}</c>: the two never collide.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>The order that a purchase belongs to.</summary>
    public static OrderKey Of(ShopEvent purchase) =>
        purchase.Order is { } order ? Of(order) : new OrderKey($"e|{purchase.EventId}");

    /// <summary>The order of that id.</summary>
    public static OrderKey Of(Pseudonym order) => new($"o|{order}");

    /// <summary>Ordinal order, the same on every machine.</summary>
    public int CompareTo(OrderKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
