using System.Globalization;
using BundleFunctions.Associations;
using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Popularity within the query's categories: <c>score(i) = popularity_i (f + (1 - f) w_i)</c>, w_i being the share of the
/// query's weight that stands on items with a category path in common with i, and f what other categories count. A query of which
/// nothing is known gets f times global popularity: the same order.</summary>
/// <param name="options">Valid options.</param>
public sealed class CategoryPopularityTrainer(PopularityOptions options) : IRecommenderTrainer
{
    public string Name => "popularity-category";

    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"otherCategories={options.OtherCategories:R}");

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new CategoryModel(Name, Fingerprint, ItemShares.Of(data, []), Categories(data), (float)options.OtherCategories);

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        var shares = arrays.Floats(SharesModel.SharesName);
        var categories = arrays.Sparse(CategoryModel.CategoriesName);
        var others = arrays.Floats(CategoryModel.OthersName);
        return categories.Rows == shares.Length && others.Length == 1
            ? new CategoryModel(Name, arrays.Fingerprint, shares, categories, others[0])
            : throw new InvalidModelException(
                $"Model '{Name}' has {shares.Length} items, categories of {categories.Rows} and {others.Length} factors; expected as many and one.");
    }

    // Items x categories. Paths are numbered in ordinal order.
    private static SparseMatrix Categories(TrainingData data)
    {
        var paths = data.Content.SelectMany(content => content.Categories).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var numbers = paths.Select((path, number) => (path, number)).ToDictionary(pair => pair.path, pair => pair.number, StringComparer.Ordinal);
        var columns = new int[data.Items][];
        for (var item = 0; item < data.Items; item++)
        {
            columns[item] = data.Content.Count == 0
                ? []
                : [.. data.Content[item].Categories.Select(path => numbers[path]).Distinct().Order()];
        }

        return SparseMatrix.OfRows(columns, [.. columns.Select(row => row.Select(_ => 1f).ToArray())], paths.Length);
    }
}
