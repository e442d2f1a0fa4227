using BundleFunctions.Associations;

namespace BundleFunctions.Bundling;

/// <summary>Finds what may be bundled with one anchor.</summary>
internal sealed class CandidateFinder
{
    private readonly ProductAssociations _associations;
    private readonly Func<ProductId, Product?> _catalogue;
    private readonly BundlingOptions _options;
    private readonly int _totalOrders;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<ProductId, Neighbour> _neighbours = [];
    private readonly Dictionary<(ProductId Low, ProductId High), int> _pairs = [];

    public CandidateFinder(
        ProductAssociations associations,
        Func<ProductId, Product?> catalogue,
        BundlingOptions options,
        int totalOrders,
        DateTimeOffset now)
    {
        (_associations, _catalogue, _options, _totalOrders, _now) = (associations, catalogue, options, totalOrders, now);
        foreach (var neighbour in associations.Neighbours)
        {
            _neighbours.TryAdd(neighbour.Product, neighbour);
        }

        foreach (var set in associations.Sets.Where(set => set.Rest.Count == 2))
        {
            _pairs.TryAdd(Pair(set.Rest[0], set.Rest[1]), set.Orders);
        }
    }

    /// <summary>Every candidate, best first.</summary>
    public List<BundleCandidate> Find(Product anchor)
    {
        var candidates = new List<BundleCandidate>();
        foreach (var neighbour in _associations.Neighbours)
        {
            Add(candidates, anchor, [neighbour.Product], neighbour.Together, neighbour.Orders);
        }

        foreach (var set in _associations.Sets.Where(set => set.Rest.Count < _options.MaxItems))
        {
            Add(candidates, anchor, set.Rest, set.Orders, set.RestOrders);
        }

        candidates.Sort(BundleCandidate.Compare);
        return candidates;
    }

    private void Add(List<BundleCandidate> candidates, Product anchor, IReadOnlyList<ProductId> rest, int orders, int restOrders)
    {
        var evidence = new Evidence(orders, _associations.Orders, restOrders, _totalOrders);
        if (orders < _options.MinOrders || !(evidence.Lift95.Low > 1))
        {
            return;
        }

        var products = new List<Product>(rest.Count + 1) { anchor };
        foreach (var id in rest)
        {
            if (_catalogue(id) is not { } product || !_neighbours.ContainsKey(id))
            {
                return;
            }

            products.Add(product);
        }

        var value = Value(rest, orders);
        if (value > 0 && BundleRules.Allow(products, _now))
        {
            products.RemoveAt(0);
            products.Sort(ByTogether);
            candidates.Add(new BundleCandidate(products, value, evidence));
        }
    }

    private double Value(IReadOnlyList<ProductId> rest, int orders)
    {
        Span<double> without = stackalloc double[rest.Count];
        Span<double> popularity = stackalloc double[rest.Count];
        for (var i = 0; i < rest.Count; i++)
        {
            without[i] = (double)OrdersWithout(rest, i) / _associations.Orders;
            popularity[i] = (double)_neighbours[rest[i]].Orders / _totalOrders;
        }

        return BundleValue.Of(WilsonInterval.LowerBound(orders, _associations.Orders), without, popularity);
    }

    /// <summary>Orders that hold the anchor and the rest without one item; where the model does not list that set, its upper bound: the
    /// least of its products' own counts.</summary>
    private int OrdersWithout(IReadOnlyList<ProductId> rest, int omitted)
    {
        var others = rest.Where((_, i) => i != omitted).ToArray();
        if (others.Length == 2 && _pairs.TryGetValue(Pair(others[0], others[1]), out var together))
        {
            return together;
        }

        return others.Length == 0 ? _associations.Orders : others.Min(id => _neighbours[id].Together);
    }

    private int ByTogether(Product one, Product other)
    {
        var order = _neighbours[other.ProductId].Together.CompareTo(_neighbours[one.ProductId].Together);
        return order != 0 ? order : one.ProductId.CompareTo(other.ProductId);
    }

    private static (ProductId Low, ProductId High) Pair(ProductId one, ProductId other) =>
        one.CompareTo(other) <= 0 ? (one, other) : (other, one);
}
