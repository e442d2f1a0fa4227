namespace BundleFunctions.Baskets;

/// <summary>An order while its lines are gathered from wherever they stand.</summary>
internal sealed class OrderDraft(OrderKey key)
{
    private readonly SortedList<ProductId, long> _pieces = [];
    private EventId _firstEvent;
    private (DateTimeOffset At, EventId Event)? _userFrom;
    private (DateTimeOffset At, EventId Event)? _buyerFrom;

    public OrderKey Key { get; } = key;

    public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

    public Pseudonym? User { get; private set; }

    /// <summary>Whose refunds may take from this order: the person, or the device where nobody had signed in.</summary>
    public Pseudonym? Buyer { get; private set; }

    public IEnumerable<ProductId> Products => _pieces.Keys;

    /// <summary>Adds a purchase's lines. Of several purchases the first in time names the order's moment and its buyer, so
    /// that the order in which they are added does not matter.</summary>
    public void Add(ShopEvent purchase)
    {
        foreach (var item in purchase.Items)
        {
            _pieces[item.ProductId] = _pieces.GetValueOrDefault(item.ProductId) + item.Quantity;
        }

        var moment = (purchase.OccurredAt, purchase.EventId);
        if (moment.CompareTo((At, _firstEvent)) < 0)
        {
            (At, _firstEvent) = moment;
        }

        if (purchase.User is { } user && (_userFrom is null || moment.CompareTo(_userFrom.Value) < 0))
        {
            (User, _userFrom) = (user, moment);
        }

        var buyer = purchase.User ?? purchase.Visitor;
        if (buyer is not null && (_buyerFrom is null || moment.CompareTo(_buyerFrom.Value) < 0))
        {
            (Buyer, _buyerFrom) = (buyer, moment);
        }
    }

    /// <summary>Takes up to <paramref name="pieces"/> of a product out; returns how many it took.</summary>
    public long Take(ProductId product, long pieces)
    {
        var held = _pieces.GetValueOrDefault(product);
        var taken = Math.Min(held, pieces);
        if (taken == 0)
        {
            return 0;
        }

        if (taken == held)
        {
            _pieces.Remove(product);
        }
        else
        {
            _pieces[product] = held - taken;
        }

        return taken;
    }

    /// <summary>By time, then by what they hold: orders of one moment are told apart by their content before their key, because keys
    /// are pseudonyms, and the same shop must give the same counts under another pseudonym key.</summary>
    public static int Compare(OrderDraft one, OrderDraft other)
    {
        var order = one.At.CompareTo(other.At);
        return order != 0 ? order : BasketOrder.Compare(one._pieces.Keys, one.Key, other._pieces.Keys, other.Key);
    }

    public Basket ToBasket() => new(Key, User, At, [.. _pieces.Keys]);

    public SoldOrder ToSoldOrder() => new(Key, User, At, [.. _pieces.Select(line => new SoldPieces(line.Key, line.Value))]);
}
