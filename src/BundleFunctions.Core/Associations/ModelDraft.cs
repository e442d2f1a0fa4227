using BundleFunctions.Pricing;

namespace BundleFunctions.Associations;

/// <summary>A model that is about to be written.</summary>
/// <param name="Shop">Whose it is.</param>
/// <param name="Model">What kind of model serves.</param>
/// <param name="TrainedAt">When the training started.</param>
/// <param name="CatalogueSnapshot">The snapshot it was trained with, as <c>container/path</c>; null where there is none.</param>
/// <param name="Options">The training options in one line of text; other options give another model id.</param>
/// <param name="Metrics">What was learned from, and how well it predicts.</param>
/// <param name="Elasticities">What was learned of demand; null where no purchase had a price.</param>
public sealed record ModelDraft(
    ShopId Shop, string Model, DateTimeOffset TrainedAt, string? CatalogueSnapshot, string Options, ModelMetrics Metrics,
    ElasticityTable? Elasticities = null)
{
    /// <summary>Why it may serve; null where nothing judged it.</summary>
    public GateRecord? Gate { get; init; }

    /// <summary>How the order of an answer's bundles was learned; null where the published order counts.</summary>
    public string? Order { get; init; }

    /// <summary>Why that order counts; null where nothing judged it.</summary>
    public GateRecord? OrderGate { get; init; }
}
