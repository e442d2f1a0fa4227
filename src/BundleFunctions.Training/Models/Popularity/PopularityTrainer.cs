using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>Global popularity: <c>score(i) = rows that hold i / rows</c>. What every other model has to beat.</summary>
public sealed class PopularityTrainer : IRecommenderTrainer
{
    public string Name => "popularity";

    public string Fingerprint => string.Empty;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new SharesModel(Name, Fingerprint, ItemShares.Of(data, []));

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return new SharesModel(Name, arrays.Fingerprint, arrays.Floats(SharesModel.SharesName));
    }
}
