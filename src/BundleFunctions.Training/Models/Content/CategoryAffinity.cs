using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Content;

/// <summary>Ranks items by how often their leaf category goes with those of the query's items, whichever items it was that went together: a phone
/// case for a phone, though nobody bought these two.</summary>
/// <remarks>
/// <code>
/// affinity(a, b) = ln(1 + n(a, b) / (s share(b)))       n: pairs of row mates, a row's pairs of one item sharing 1; share: of all items
/// score(q, j)    = mean over i in q, leaves a of i, leaves b of j of affinity(a, b)
/// </code>
/// It is the logarithm of a smoothed lift, less its value for pairs never seen, which is therefore 0.
/// </remarks>
public sealed class CategoryAffinity : IRecommender
{
    internal const string ModelName = "category-affinity";

    private readonly string _fingerprint;
    private readonly SparseMatrix _leaves;
    private readonly SparseMatrix _affinity;

    /// <param name="fingerprint">The options that it was made with.</param>
    /// <param name="leaves">Items x leaf categories, each row's values adding to 1.</param>
    /// <param name="affinity">Leaf categories x leaf categories.</param>
    internal CategoryAffinity(string fingerprint, SparseMatrix leaves, SparseMatrix affinity) =>
        (_fingerprint, _leaves, _affinity) = (fingerprint, leaves, affinity);

    /// <inheritdoc/>
    public int Items => _leaves.Rows;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        var wanted = new float[_leaves.Columns];
        for (var q = 0; q < queries.Length; q++)
        {
            Array.Clear(wanted);
            var total = 0f;
            for (var i = 0; i < queries[q].Items.Length; i++)
            {
                Want(queries[q].Items[i], queries[q].WeightOf(i), wanted);
                total += queries[q].WeightOf(i);
            }

            for (var item = 0; item < Items; item++)
            {
                var score = 0f;
                var leaves = _leaves.ColumnsOf(item);
                var shares = _leaves.ValuesOf(item);
                for (var i = 0; i < leaves.Length; i++)
                {
                    score += shares[i] * wanted[leaves[i]];
                }

                scores[(q * Items) + item] = total > 0 ? score / total : 0;
            }
        }
    }

    /// <inheritdoc/>
    public ModelArrays Save() => new ModelArrays(ModelName, _fingerprint).Add("leaves", _leaves).Add("affinity", _affinity);

    private void Want(int item, float weight, float[] wanted)
    {
        var leaves = _leaves.ColumnsOf(item);
        var shares = _leaves.ValuesOf(item);
        for (var i = 0; i < leaves.Length; i++)
        {
            var others = _affinity.ColumnsOf(leaves[i]);
            var affinities = _affinity.ValuesOf(leaves[i]);
            for (var o = 0; o < others.Length; o++)
            {
                wanted[others[o]] += weight * shares[i] * affinities[o];
            }
        }
    }
}
