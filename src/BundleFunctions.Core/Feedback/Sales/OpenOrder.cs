using BundleFunctions.Baskets;

namespace BundleFunctions.Feedback.Sales;

/// <summary>An order while its lines come in; they all come on one day.</summary>
internal sealed class OpenOrder(OrderKey key, Pseudonym? unit, DateTimeOffset at)
{
    private readonly SortedDictionary<ProductId, SoldLine> _lines = [];

    public OrderKey Key { get; } = key;

    /// <summary>Who bought; null where nobody can be told apart.</summary>
    public Pseudonym? Unit { get; private set; } = unit;

    public DateTimeOffset At { get; } = at;

    /// <summary>By product.</summary>
    public IReadOnlyCollection<SoldLine> Lines => _lines.Values;

    /// <summary>Bundles that the purchase itself names.</summary>
    public List<Touch> Named { get; } = [];

    public void Add(ProductId product, int pieces, decimal revenue, decimal margin)
    {
        if (!_lines.TryGetValue(product, out var line))
        {
            _lines.Add(product, line = new SoldLine(product, At));
        }

        line.Pieces += pieces;
        line.Revenue += revenue;
        line.Margin += margin;
    }

    public void Join(Pseudonym? unit) => Unit ??= unit;
}
