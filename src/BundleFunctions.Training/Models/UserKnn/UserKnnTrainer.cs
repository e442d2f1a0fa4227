using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models.UserKnn;

/// <summary>User-based collaborative filtering: what the rows most similar to the query hold.
/// <c>score(i) = sum over the k nearest rows u of s(query, u) r_ui</c>; the query's own row does not speak. Resnick et al. 1994;
/// Herlocker, Konstan, Borchers, Riedl 1999.</summary>
/// <param name="options">Valid options. A model is loaded with these, which must be those that it was saved with.</param>
public sealed class UserKnnTrainer(UserKnnOptions options) : IRecommenderTrainer
{
    public string Name => "user-knn";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken) =>
        new UserKnnModel(Name, data.Rows, options);

    public IRecommender Load(ModelArrays arrays)
    {
        arrays.RequireModel(Name);
        return string.Equals(arrays.Fingerprint, Fingerprint, StringComparison.Ordinal)
            ? new UserKnnModel(Name, arrays.Sparse(UserKnnModel.RowsName), options)
            : throw new InvalidModelException($"The model was saved with '{arrays.Fingerprint}'; expected '{Fingerprint}'.");
    }
}
