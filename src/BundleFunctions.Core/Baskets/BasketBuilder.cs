namespace BundleFunctions.Baskets;

/// <summary>Turns a shop's events into orders, with refunds and cancellations taken back.</summary>
/// <remarks>Takes every event once, in any order; the result depends on the events alone. Not thread-safe.</remarks>
public sealed class BasketBuilder
{
    private readonly Dictionary<OrderKey, OrderDraft> _orders = [];
    private readonly Dictionary<ProductId, ProductId> _products = [];
    private readonly List<RefundLine> _refunds = [];
    private long _events;
    private long _withoutConsent;
    private long _purchases;
    private long _refundEvents;
    private DateTimeOffset? _dataThrough;

    /// <summary>Adds one event. Only purchases and refunds make baskets; events without consent to analytics are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        _events++;
        if (shopEvent.Consent is { Analytics: false })
        {
            _withoutConsent++;
        }
        else if (shopEvent.Type == EventType.Purchase)
        {
            AddPurchase(Interned(shopEvent));
        }
        else if (shopEvent.Type == EventType.Refund)
        {
            AddRefund(Interned(shopEvent));
        }
    }

    /// <summary>Takes the refunds back and hands out what is left. Call once, after the last event.</summary>
    public BasketSet Build()
    {
        var ledger = new RefundLedger(_orders);
        ledger.Apply(_refunds);

        var baskets = new List<Basket>(_orders.Count);
        foreach (var order in _orders.Values)
        {
            if (order.Products.Any())
            {
                baskets.Add(order.ToBasket());
            }
        }

        baskets.Sort(BasketOrder.Compare);
        return new BasketSet(baskets, new BasketReport(
            _events,
            _withoutConsent,
            _purchases,
            _refundEvents,
            _orders.Count,
            _orders.Count - baskets.Count,
            ledger.RefundedPieces,
            ledger.UnmatchedRefunds,
            ledger.UnmatchedPieces,
            _dataThrough));
    }

    /// <summary>Takes the refunds back and hands out what was sold, piece by piece, in the order of <see cref="Build"/>. Call instead of it, after the
    /// last event.</summary>
    public IReadOnlyList<SoldOrder> BuildSold()
    {
        new RefundLedger(_orders).Apply(_refunds);
        var held = _orders.Values.Where(order => order.Products.Any()).ToList();
        held.Sort(OrderDraft.Compare);
        return [.. held.Select(order => order.ToSoldOrder())];
    }

    private void AddPurchase(ShopEvent purchase)
    {
        _purchases++;
        Learned(purchase);
        var key = OrderKey.Of(purchase);
        if (!_orders.TryGetValue(key, out var order))
        {
            _orders.Add(key, order = new OrderDraft(key));
        }

        order.Add(purchase);
    }

    private void AddRefund(ShopEvent refund)
    {
        _refundEvents++;
        Learned(refund);
        OrderKey? order = refund.Order is { } named ? OrderKey.Of(named) : null;
        for (var i = 0; i < refund.Items.Count; i++)
        {
            var item = refund.Items[i];
            _refunds.Add(new RefundLine(
                refund.OccurredAt, refund.EventId, i, order, refund.User ?? refund.Visitor, item.ProductId, item.Quantity));
        }
    }

    private void Learned(ShopEvent shopEvent)
    {
        if (!(_dataThrough >= shopEvent.OccurredAt))
        {
            _dataThrough = shopEvent.OccurredAt;
        }
    }

    // Every line read from a file brings its own string: one per product is kept.
    private ShopEvent Interned(ShopEvent shopEvent) =>
        shopEvent with { Items = [.. shopEvent.Items.Select(item => item with { ProductId = Intern(item.ProductId), Title = null })] };

    private ProductId Intern(ProductId product)
    {
        if (!_products.TryGetValue(product, out var known))
        {
            _products.Add(product, known = product);
        }

        return known;
    }
}
