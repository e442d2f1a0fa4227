using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>GP-Top: the user's own items by how often, then all others by global popularity:
/// <c>score(i) = baskets of the history that hold i + 0.99 popularity_i</c>, so that popularity also parts what the user had as often.
/// Where rows have histories, popularity is counted in baskets. Li, Jullien, Ariannezhad, de Rijke 2023.</summary>
public sealed class GlobalPersonalTopTrainer : IRecommenderTrainer
{
    public string Name => "gp-top";

    public string Fingerprint => string.Empty;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new PersonalModel(Name, Fingerprint, data.Histories.Count == 0 ? ItemShares.Of(data, []) : OfBaskets(data));

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return new PersonalModel(Name, arrays.Fingerprint, arrays.Floats(SharesModel.SharesName));
    }

    private static float[] OfBaskets(TrainingData data)
    {
        var held = new long[data.Items];
        var baskets = 0L;
        foreach (var basket in data.Histories.SelectMany(history => history))
        {
            baskets++;
            foreach (var item in basket)
            {
                held[item]++;
            }
        }

        return [.. held.Select(count => baskets == 0 ? 0 : (float)((double)count / baskets))];
    }
}
