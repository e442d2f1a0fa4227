using BundleFunctions.Associations;
using BundleFunctions.Bundling.Constraints;

namespace BundleFunctions.Bundling;

/// <summary>Finds what may be bundled with one anchor.</summary>
internal sealed class CandidateFinder
{
    private readonly ProductAssociations _associations;
    private readonly Func<ProductId, Product?> _catalogue;
    private readonly BundlingOptions _options;
    private readonly BundleConstraints _constraints;
    private readonly int _totalOrders;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<ProductId, Neighbour> _neighbours = [];
    private readonly Dictionary<(ProductId Low, ProductId High), int> _pairs = [];

    public CandidateFinder(
        ProductAssociations associations,
        Func<ProductId, Product?> catalogue,
        BundlingOptions options,
        BundleConstraints constraints,
        int totalOrders,
        DateTimeOffset now)
    {
        (_associations, _catalogue, _options, _constraints, _totalOrders, _now) = (associations, catalogue, options, constraints, totalOrders, now);
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

    /// <summary>A bundle of the anchor and these, or the first gate that it did not pass.</summary>
    /// <param name="rest">The products besides the anchor.</param>
    /// <param name="orders">Orders that hold all of them with the anchor.</param>
    /// <param name="restOrders">Orders that hold all of them.</param>
    public (BundleCandidate? Candidate, BundleGate Gate) Examine(Product anchor, IReadOnlyList<ProductId> rest, int orders, int restOrders)
    {
        var evidence = new Evidence(orders, _associations.Orders, restOrders, _totalOrders);
        if (orders < _options.MinOrders)
        {
            return (null, BundleGate.Orders);
        }

        if (!(evidence.Lift95.Low > 1))
        {
            return (null, BundleGate.Lift);
        }

        var lines = new List<BundleLine>(rest.Count + 1) { new(anchor, 1) };
        foreach (var id in rest)
        {
            if (_catalogue(id) is not { } product || !_neighbours.TryGetValue(id, out var neighbour))
            {
                return (null, BundleGate.Catalogue);
            }

            if (Replaces(neighbour))
            {
                return (null, BundleGate.Relation);
            }

            lines.Add(new BundleLine(product, neighbour.Quantity ?? 1));
        }

        var value = Value(rest, orders);
        if (!(value > 0))
        {
            return (null, BundleGate.Value);
        }

        if (!_constraints.Allow(lines, _now))
        {
            return (null, BundleGate.Constraints);
        }

        lines.RemoveAt(0);
        lines.Sort(ByTogether);
        return (new BundleCandidate(lines, value, evidence), BundleGate.Passed);
    }

    private void Add(List<BundleCandidate> candidates, Product anchor, IReadOnlyList<ProductId> rest, int orders, int restOrders)
    {
        if (Examine(anchor, rest, orders, restOrders).Candidate is { } candidate)
        {
            candidates.Add(candidate);
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

    private bool Replaces(Neighbour neighbour) => neighbour.Relation is { } relation && relation.Substitute + relation.Variant > _options.MaxReplacement;

    private int ByTogether(BundleLine one, BundleLine other)
    {
        var (first, second) = (one.Product.ProductId, other.Product.ProductId);
        var order = _neighbours[second].Together.CompareTo(_neighbours[first].Together);
        return order != 0 ? order : first.CompareTo(second);
    }

    private static (ProductId Low, ProductId High) Pair(ProductId one, ProductId other) =>
        one.CompareTo(other) <= 0 ? (one, other) : (other, one);
}
