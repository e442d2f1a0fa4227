namespace BundleFunctions.DemoShop.Tests;

/// <summary>A plain count of single products and pairs over sets of products, independent of the product's own counting.</summary>
public sealed class PairCounts
{
    private readonly Dictionary<string, int> _single = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _pairs = new(StringComparer.Ordinal);

    public PairCounts(IEnumerable<string[]> sets)
    {
        foreach (var set in sets)
        {
            Sets++;
            foreach (var one in set)
            {
                _single[one] = _single.GetValueOrDefault(one) + 1;
                if (!_pairs.TryGetValue(one, out var others))
                {
                    _pairs[one] = others = new Dictionary<string, int>(StringComparer.Ordinal);
                }

                foreach (var other in set.Where(other => other != one))
                {
                    others[other] = others.GetValueOrDefault(other) + 1;
                }
            }
        }
    }

    public int Sets { get; }

    public int Of(string one) => _single.GetValueOrDefault(one);

    public int Of(string one, string other) => _pairs.TryGetValue(one, out var others) ? others.GetValueOrDefault(other) : 0;

    /// <summary>Partners with enough common sets, the most frequent first.</summary>
    public string[] ByCount(string one, int least) => [.. Partners(one, least)
        .OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Key)];

    /// <summary>Partners with enough common sets, the greatest lift first: P(both) / (P(one) P(other)).</summary>
    public string[] ByLift(string one, int least) => [.. Partners(one, least)
        .OrderByDescending(p => (double)p.Value * Sets / ((double)Of(one) * Of(p.Key)))
        .ThenBy(p => p.Key, StringComparer.Ordinal)
        .Select(p => p.Key)];

    private IEnumerable<KeyValuePair<string, int>> Partners(string one, int least)
        => _pairs.TryGetValue(one, out var others) ? others.Where(p => p.Value >= least) : [];
}
