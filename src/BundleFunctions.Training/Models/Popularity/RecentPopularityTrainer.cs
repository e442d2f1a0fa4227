using System.Globalization;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Recent popularity: <c>score(i) = sum of 2^(-age / half-life) over the rows that hold i</c>, divided by that over all rows.
/// Where rows have no moments it is global popularity.</summary>
/// <param name="options">Valid options.</param>
public sealed class RecentPopularityTrainer(PopularityOptions options) : IRecommenderTrainer
{
    public string Name => "popularity-recent";

    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"halfLifeDays={options.HalfLifeDays:R}");

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new SharesModel(Name, Fingerprint, ItemShares.Of(data, RowWeights.ByAge(data.Moments, options.HalfLifeDays)));

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return new SharesModel(Name, arrays.Fingerprint, arrays.Floats(SharesModel.SharesName));
    }
}
