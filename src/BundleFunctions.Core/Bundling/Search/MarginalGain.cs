using BundleFunctions.Associations;

namespace BundleFunctions.Bundling.Search;

/// <summary>What a product adds to a set, by what is bought with each member of it.</summary>
/// <remarks>gain(x | S) = sum over s in S of w_s ( L(x | s) - P(x) )+ / sum of w_s, L being the Wilson 95 % lower bound of P(x | s): the
/// leverage of a pair (Piatetsky-Shapiro 1991), averaged over the set. So it is submodular in effect: what hangs on one member alone counts
/// less the larger the set is. Only pairs that pass today's gates count: enough orders, lift surely above 1, no replacement.</remarks>
internal sealed class MarginalGain(Func<ProductId, ProductAssociations?> associations, BundlingOptions options, int totalOrders)
{
    private readonly Dictionary<ProductId, Dictionary<ProductId, (double Leverage, Neighbour Neighbour, Evidence Evidence)>> _pairs = [];
    private readonly Dictionary<ProductId, HashSet<ProductId>> _replaced = [];

    /// <summary>Everything that some member speaks for.</summary>
    public IEnumerable<ProductId> Partners(ProductId member) => Of(member).Keys;

    /// <summary>The gain, and the member that speaks for it most; null where none does, or where one says that it replaces it.</summary>
    public (double Gain, ProductId Because, Neighbour Neighbour, Evidence Evidence)? Find(ProductId added, IReadOnlyList<SeedProduct> members)
    {
        var (sum, weights, best) = (0.0, 0.0, 0.0);
        (ProductId Because, Neighbour Neighbour, Evidence Evidence)? reason = null;
        foreach (var member in members)
        {
            weights += member.Weight;
            if (Of(member.Product).TryGetValue(added, out var pair))
            {
                sum += member.Weight * pair.Leverage;
                if (member.Weight * pair.Leverage > best)
                {
                    (best, reason) = (member.Weight * pair.Leverage, (member.Product, pair.Neighbour, pair.Evidence));
                }
            }
            else if (_replaced[member.Product].Contains(added))
            {
                return null;
            }
        }

        return reason is var (because, neighbour, evidence) ? (sum / weights, because, neighbour, evidence) : null;
    }

    private Dictionary<ProductId, (double Leverage, Neighbour Neighbour, Evidence Evidence)> Of(ProductId member)
    {
        if (_pairs.TryGetValue(member, out var known))
        {
            return known;
        }

        _pairs.Add(member, known = []);
        _replaced.Add(member, []);
        if (associations(member) is { } line)
        {
            foreach (var neighbour in line.Neighbours)
            {
                var evidence = new Evidence(neighbour.Together, line.Orders, neighbour.Orders, totalOrders);
                var leverage = WilsonInterval.LowerBound(neighbour.Together, line.Orders) - ((double)neighbour.Orders / totalOrders);
                if (neighbour.Relation is { } relation && relation.Substitute + relation.Variant > options.MaxReplacement)
                {
                    _replaced[member].Add(neighbour.Product);
                }
                else if (leverage > 0 && neighbour.Together >= options.MinOrders && evidence.Lift95.Low > 1)
                {
                    known.TryAdd(neighbour.Product, (leverage, neighbour, evidence));
                }
            }
        }

        return known;
    }
}
