namespace BundleFunctions.Training.Models;

/// <summary>A kind of model that can be asked for by name.</summary>
/// <param name="Name">Its <see cref="IRecommenderTrainer.Name"/>.</param>
/// <param name="About">What it is, in one line.</param>
/// <param name="Complexity">Orders models by simplicity, the simpler lower: what serves where there are too few cases to choose by.</param>
/// <param name="Create">Makes a trainer with default options.</param>
public sealed record CataloguedModel(string Name, string About, int Complexity, Func<IRecommenderTrainer> Create);
