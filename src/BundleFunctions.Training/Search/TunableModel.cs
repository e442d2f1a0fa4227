using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Search;

/// <summary>A kind of model whose options a search may vary.</summary>
/// <param name="Name">Its <see cref="IRecommenderTrainer.Name"/>.</param>
/// <param name="Space">What may be varied, and how far.</param>
/// <param name="Create">Makes the trainer of a setting.</param>
public sealed record TunableModel(string Name, ParameterSpace Space, Func<Setting, IRecommenderTrainer> Create);
