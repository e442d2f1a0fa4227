using BundleFunctions.Numerics.Sparse;
using BundleFunctions.Training.Models.Files;
using BundleFunctions.Training.Models.Neighbours;

namespace BundleFunctions.Training.Models.ItemKnn;

/// <summary>Item-based collaborative filtering: an item is recommended for being held by the rows that hold the query's items.
/// <c>score(i) = sum over j in the query of weight_j s(j, i)</c>, of each j's best neighbours only. Sarwar, Karypis, Konstan, Riedl
/// 2001; Deshpande, Karypis 2004.</summary>
/// <param name="options">Valid options.</param>
public sealed class ItemKnnTrainer(ItemKnnOptions options) : IRecommenderTrainer
{
    public string Name => "item-knn";

    public string Fingerprint => options.Fingerprint;

    public IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken)
    {
        var rows = options.Similarity == Similarity.AdjustedCosine ? Centring.ByRow(data.Rows) : data.Rows;
        var form = options.Similarity switch
        {
            Similarity.Jaccard => SimilarityForm.Jaccard(rows, options.Shrinkage),
            Similarity.Pearson => SimilarityForm.Pearson(rows, options.Shrinkage),
            _ => SimilarityForm.Cosine(rows, options.Asymmetry, options.Shrinkage),
        };
        var found = ColumnNeighbours.Find(rows, form, options.Neighbours, context.Threads, cancellationToken);
        return new NeighbourModel(Name, Fingerprint, options.NormalizeNeighbours ? found.RowsToUnitSum() : found);
    }

    public IRecommender Load(ModelArrays arrays) => NeighbourModel.Load(arrays, Name);
}
