using BundleFunctions.Training.Models;

namespace BundleFunctions.Training.Contests;

/// <summary>One kind of model that may come to serve.</summary>
/// <param name="Name">Names it in reports, manifests and answers.</param>
/// <param name="Complexity">Orders models by simplicity, the simpler lower: ties go to the simpler.</param>
/// <param name="Trainer">Makes it.</param>
public sealed record Contestant(string Name, int Complexity, IRecommenderTrainer Trainer)
{
    /// <summary>Why it does not stand in this contest, in words; null where it does. Reports name it among what could not be judged.</summary>
    public string? RuledOut { get; init; }
}
