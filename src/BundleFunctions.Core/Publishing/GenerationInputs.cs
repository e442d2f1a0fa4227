using BundleFunctions.Associations;
using BundleFunctions.Catalogue;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>What a generation is made of.</summary>
/// <param name="Model">The model's manifest.</param>
/// <param name="Catalogue">The products.</param>
/// <param name="AsOf">When products must be available: when the model was trained or the catalogue last changed, whichever was later, so that it follows from the inputs.</param>
/// <param name="Settings">The shop's options.</param>
/// <param name="Elasticities">What the model learned of demand; null where it has no such file: then priors price.</param>
internal sealed record GenerationInputs(
    ModelManifest Model, CatalogueSnapshot Catalogue, DateTimeOffset AsOf, ShopSettings Settings, ElasticityTable? Elasticities = null)
{
    public GenerationId Name => GenerationNaming.NameOf(Model.ModelId, Catalogue.Id, Settings, Elasticities?.Advised);
}
