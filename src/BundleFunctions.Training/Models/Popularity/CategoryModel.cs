using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Scores items by popularity, those of the query's categories before others.</summary>
internal sealed class CategoryModel(string name, string fingerprint, float[] shares, SparseMatrix categories, float others) : IRecommender
{
    public const string CategoriesName = "categories";

    public const string OthersName = "others";

    private readonly SparseMatrix _members = categories.Transpose();

    public int Items => shares.Length;

    public void Score(ReadOnlySpan<Query> queries, Span<float> scores)
    {
        // The item of the query that last spoke for an item: two common categories are not two votes.
        var lastVote = new int[Items];
        for (var q = 0; q < queries.Length; q++)
        {
            var row = scores.Slice(q * Items, Items);
            row.Clear();
            lastVote.AsSpan().Fill(-1);
            var total = 0f;
            for (var i = 0; i < queries[q].Items.Length; i++)
            {
                var weight = queries[q].WeightOf(i);
                total += weight;
                foreach (var category in categories.ColumnsOf(queries[q].Items[i]))
                {
                    foreach (var item in _members.ColumnsOf(category))
                    {
                        row[item] += lastVote[item] == i ? 0 : weight;
                        lastVote[item] = i;
                    }
                }
            }

            for (var item = 0; item < row.Length; item++)
            {
                row[item] = shares[item] * (others + (total > 0 ? (1 - others) * row[item] / total : 0));
            }
        }
    }

    public ModelArrays Save() => new ModelArrays(name, fingerprint)
        .Add(SharesModel.SharesName, shares).Add(CategoriesName, categories).Add(OthersName, new[] { others });
}
