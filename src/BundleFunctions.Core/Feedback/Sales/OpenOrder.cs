using BundleFunctions.Baskets;

namespace BundleFunctions.Feedback.Sales;

/// <summary>An order while its lines come in; they all come on one day.</summary>
internal sealed class OpenOrder(OrderKey key, Pseudonym? unit, DateTimeOffset at)
{
    private readonly SortedDictionary<(ProductId Product, string Currency), SoldLine> _lines = new(Comparer<(ProductId Product, string Currency)>.Create(
        (one, other) => one.Product.CompareTo(other.Product) is not 0 and var order ? order : string.CompareOrdinal(one.Currency, other.Currency)));

    public OrderKey Key { get; } = key;

    /// <summary>Who bought; null where nobody can be told apart.</summary>
    public Pseudonym? Unit { get; private set; } = unit;

    public DateTimeOffset At { get; } = at;

    /// <summary>By product; one that was paid in several currencies has a line of each.</summary>
    public IReadOnlyCollection<SoldLine> Lines => _lines.Values;

    /// <summary>Bundles that the purchase itself names.</summary>
    public List<Touch> Named { get; } = [];

    public void Add(ProductId product, int pieces, LineValue value)
    {
        var place = (product, value.Currency ?? "");
        if (!_lines.TryGetValue(place, out var line))
        {
            _lines.Add(place, line = new SoldLine(product, At, value.Currency));
        }

        line.Pieces += pieces;
        line.Revenue += value.Revenue;
        line.Margin += value.Margin;
    }

    public void Join(Pseudonym? unit) => Unit ??= unit;
}
