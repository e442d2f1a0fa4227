using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.Popularity;

/// <summary>P-Top: <c>score(i) = baskets of the user's history that hold i</c>, or the weights of the query's items where it has no
/// history. Never names what the user did not have. Li, Jullien, Ariannezhad, de Rijke 2023, "A next basket recommendation reality check".</summary>
public sealed class PersonalTopTrainer : IRecommenderTrainer
{
    public string Name => "p-top";

    public string Fingerprint => string.Empty;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new PersonalModel(Name, Fingerprint, new float[data.Items]);

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return new PersonalModel(Name, arrays.Fingerprint, arrays.Floats(SharesModel.SharesName));
    }
}
