namespace BundleFunctions.Profiles;

/// <summary>A profile while a person's events go by, in order of time; one to two thousand bytes.</summary>
internal sealed class ProfileDraft
{
    private const int GapsKept = 12;

    private readonly DecayingInterests _categories = new();
    private readonly DecayingInterests _brands = new();
    private readonly List<ProductId> _last = [];
    private readonly Queue<double> _gaps = [];
    private Pseudonym? _order;
    private double _level;
    private double _levelWeight;
    private decimal? _spent;

    public DateTimeOffset LastSeen { get; private set; }

    public int Orders { get; private set; }

    public DateTimeOffset? LastOrder { get; private set; }

    /// <param name="shopEvent">What the person did.</param>
    /// <param name="weight">How much it counts.</param>
    /// <param name="facts">What the catalogue says of a product; null where it knows none.</param>
    /// <param name="levelOf">Where a product's price lies.</param>
    /// <param name="lastProducts">Products that are remembered.</param>
    public void Add(ShopEvent shopEvent, double weight, Func<ProductId, Product?> facts, Func<ProductId, double?> levelOf, int lastProducts)
    {
        LastSeen = shopEvent.OccurredAt;
        if (shopEvent.Type == EventType.Purchase)
        {
            AddOrder(shopEvent);
        }

        foreach (var item in shopEvent.Items)
        {
            Remember(item.ProductId, lastProducts);
            if (facts(item.ProductId) is { } product)
            {
                AddInterest(product, weight, levelOf(item.ProductId));
            }
        }
    }

    /// <summary>Adds what was paid, or, where negative, given back; null is nothing that could be valued.</summary>
    public void Spend(decimal? amount) => _spent = amount is null ? _spent : (_spent ?? 0) + amount;

    public UserProfile ToProfile(Pseudonym user, ProfileOptions options)
    {
        double[] gaps = [.. _gaps.Order()];
        return new UserProfile(
            user,
            Orders,
            LastOrder is { } order ? DateOnly.FromDateTime(order.UtcDateTime) : null,
            DateOnly.FromDateTime(LastSeen.UtcDateTime),
            gaps.Length < 2 ? null : Math.Round(gaps[(gaps.Length - 1) / 2], 1),
            _levelWeight > 0 ? Math.Round(_level / _levelWeight, 3) : null,
            _categories.Top(options.Interests),
            _brands.Top(options.Interests),
            [.. Enumerable.Reverse(_last)])
        {
            Spent = _spent is { } spent ? Math.Max(0, decimal.Round(spent, 2)) : null,
        };
    }

    // Lines of one order that stand in several events are one order.
    private void AddOrder(ShopEvent purchase)
    {
        if (purchase.Order is { } order && order == _order)
        {
            return;
        }

        if (LastOrder is { } last)
        {
            _gaps.Enqueue((purchase.OccurredAt - last).TotalDays);
            if (_gaps.Count > GapsKept)
            {
                _gaps.Dequeue();
            }
        }

        (_order, LastOrder) = (purchase.Order, purchase.OccurredAt);
        Orders++;
    }

    private void AddInterest(Product product, double weight, double? level)
    {
        if (product.Categories.Count > 0)
        {
            _categories.Add(product.Categories[0], weight);
        }

        if (product.Brand is { } brand)
        {
            _brands.Add(brand, weight);
        }

        if (level is { } known)
        {
            (_level, _levelWeight) = (_level + (known * weight), _levelWeight + weight);
        }
    }

    private void Remember(ProductId product, int count)
    {
        _last.Remove(product);
        _last.Add(product);
        if (_last.Count > count)
        {
            _last.RemoveAt(0);
        }
    }
}
