using BundleFunctions.Associations;
using BundleFunctions.Training.Models.Files;

namespace BundleFunctions.Training.Models;

/// <summary>Learns one kind of model. The same data, options and seed give the same model, bit for bit, on any number of threads.</summary>
public interface IRecommenderTrainer
{
    /// <summary>The kind of model, in lower case with dashes: <c>ease</c>, <c>item-knn</c>. Part of its file and of every answer it makes.</summary>
    string Name { get; }

    /// <summary>Every option that the model depends on, in one line; equal options give equal lines in every culture.</summary>
    string Fingerprint { get; }

    /// <summary>Learns. Data without rows or without items gives a model that scores everything 0.</summary>
    /// <exception cref="DivergedException">What was learned is not finite; the message says where that was seen first.</exception>
    IRecommender Train(TrainingData data, TrainingContext context, CancellationToken cancellationToken);

    /// <summary>Makes the model of which <paramref name="arrays"/> were saved.</summary>
    /// <exception cref="InvalidModelException">They are not of this kind of model, or do not fit each other.</exception>
    IRecommender Load(ModelArrays arrays);
}
