using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>UP-CF: what users alike bought lately, and what the user itself keeps buying.</summary>
/// <remarks>
/// <code>
/// sim(u,v) = |I_u and I_v| / (|I_u|^alpha |I_v|^(1-alpha))
/// score(u,i) = own pi_u(i) + sum_v sim(u,v)^q pi_v(i) / sum_v sim(u,v)^q      over the k users v nearest to u
/// </code>
/// I_u are all items that u bought, pi the share of the last r baskets that hold an item (<see cref="RecentFrequency"/>). Unlike the paper's,
/// the user's own part has a window, a decay and a weight of its own. Source: Faggioli, Polato, Aiolli, "Recency aware collaborative
/// filtering for next basket recommendation", UMAP 2020.
/// </remarks>
public sealed class UpCf : IRecommender
{
    internal const string ModelName = "up-cf";

    private readonly UpCfOptions _options;
    private readonly SparseMatrix _bought;
    private readonly SparseMatrix _recent;
    private readonly UserSearch _search;
    private readonly float[] _norms;

    /// <param name="options">Valid options.</param>
    /// <param name="bought">Users x items, 1 for each item that a user bought.</param>
    /// <param name="recent">Users x items, pi of each user.</param>
    internal UpCf(UpCfOptions options, SparseMatrix bought, SparseMatrix recent)
    {
        (_options, _bought, _recent, _search) = (options, bought, recent, new UserSearch(bought));
        _norms = [.. Enumerable.Range(0, bought.Rows).Select(user => Power(bought.ColumnsOf(user).Length, 1 - options.Asymmetry))];
    }

    /// <inheritdoc/>
    public int Items => _bought.Columns;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var sums = new ItemVector(Items);
        var similarities = new float[_search.Users];
        var keys = new ulong[_search.Users];
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            row.Clear();
            var baskets = Histories.Of(queries[q]);
            foreach (var basket in baskets)
            {
                sums.Add(basket, 1);
            }

            var bought = sums.Take().Items;
            AddNeighbours(bought, queries[q].Row, similarities, keys, row);
            RecentFrequency.AddTo(sums, baskets, _options.OwnBaskets, _options.OwnDecay);
            var (own, shares) = sums.Take();
            for (var i = 0; i < own.Length; i++)
            {
                row[own[i]] += (float)_options.OwnWeight * shares[i];
            }

            _options.Split.Apply(bought, row);
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(ModelName, _options.Fingerprint)
        .Add("options", _options.ToArray()).Add("bought", _bought).Add("recent", _recent);

    private void AddNeighbours(int[] bought, int except, float[] similarities, ulong[] keys, Span<float> row)
    {
        var ones = new float[bought.Length];
        Array.Fill(ones, 1);
        _search.Dots(bought, ones, similarities);
        var norm = Power(bought.Length, _options.Asymmetry);
        for (var user = 0; user < similarities.Length; user++)
        {
            if (similarities[user] > 0)
            {
                similarities[user] = Power(similarities[user] / (norm * _norms[user]), _options.Locality);
            }
        }

        var nearest = UserSearch.Nearest(similarities, _options.Neighbours, except, keys);
        var total = 0f;
        foreach (var user in nearest)
        {
            total += similarities[user];
        }

        foreach (var user in nearest)
        {
            var items = _recent.ColumnsOf(user);
            var shares = _recent.ValuesOf(user);
            var weight = similarities[user] / total;
            for (var i = 0; i < items.Length; i++)
            {
                row[items[i]] += weight * shares[i];
            }
        }
    }

    private static float Power(float x, double y) => y == 1 ? x : x <= 0 ? 0 : (float)StableMath.Pow(x, y);
}
