using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.NextBasket;

/// <summary>TIFU-kNN: a user's own decayed item frequencies, and the mean of those of the users nearest to it.</summary>
/// <remarks>
/// <code>score(u) = alpha v_u + (1 - alpha) / k sum_n v_n      over the k users n whose vectors lie nearest to v_u (Euclidean)</code>
/// v is <see cref="PersonalFrequency"/>. Source: Hu, He, Gao, Zhang, "Modeling personalized item frequency information for next-basket
/// recommendation", SIGIR 2020.
/// </remarks>
public sealed class TifuKnn : IRecommender
{
    internal const string ModelName = "tifu-knn";

    private readonly TifuKnnOptions _options;
    private readonly SparseMatrix _vectors;
    private readonly UserSearch _search;
    private readonly float[] _squares;

    /// <param name="options">Valid options.</param>
    /// <param name="vectors">Users x items, v of each user.</param>
    internal TifuKnn(TifuKnnOptions options, SparseMatrix vectors)
    {
        (_options, _vectors, _search) = (options, vectors, new UserSearch(vectors));
        _squares = [.. Enumerable.Range(0, vectors.Rows).Select(user => Square(vectors.ValuesOf(user)))];
    }

    /// <inheritdoc/>
    public int Items => _vectors.Columns;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var sums = new ItemVector(Items);
        var near = new float[_search.Users];
        var keys = new ulong[_search.Users];
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            row.Clear();
            PersonalFrequency.AddTo(sums, Histories.Of(queries[q]), _options);
            var (bought, weights) = sums.Take();
            _search.Dots(bought, weights, near);
            var own = Square(weights);
            for (var user = 0; user < near.Length; user++)
            {
                // Falls as the distance grows, and stays above 0.
                near[user] = 1 / (1 + Math.Max(0, own + _squares[user] - (2 * near[user])));
            }

            AddNeighbours(UserSearch.Nearest(near, _options.Neighbours, queries[q].Row, keys), row);
            for (var i = 0; i < bought.Length; i++)
            {
                row[bought[i]] += (float)_options.OwnShare * weights[i];
            }

            _options.Split.Apply(bought, row);
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(ModelName, _options.Fingerprint).Add("options", _options.ToArray()).Add("vectors", _vectors);

    private void AddNeighbours(int[] nearest, Span<float> row)
    {
        var share = (float)((1 - _options.OwnShare) / Math.Max(nearest.Length, 1));
        foreach (var user in nearest)
        {
            var items = _vectors.ColumnsOf(user);
            var weights = _vectors.ValuesOf(user);
            for (var i = 0; i < items.Length; i++)
            {
                row[items[i]] += share * weights[i];
            }
        }
    }

    private static float Square(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
        {
            sum += value * value;
        }

        return sum;
    }
}
