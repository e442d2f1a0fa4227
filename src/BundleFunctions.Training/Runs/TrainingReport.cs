using BundleFunctions.Associations;
using BundleFunctions.Baskets;
using BundleFunctions.Hygiene;

namespace BundleFunctions.Training.Runs;

/// <summary>What a training run did.</summary>
/// <param name="Model">The model's manifest; an older one where nothing had changed.</param>
/// <param name="Baskets">What became of the events.</param>
/// <param name="Hygiene">What did not count, and why.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TrainingReport(ModelManifest Model, BasketReport Baskets, HygieneReport Hygiene, TimeSpan Elapsed);
