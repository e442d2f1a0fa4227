using BundleFunctions.Associations;
using BundleFunctions.Shops;

namespace BundleFunctions.Publishing;

/// <summary>What a generation is made of.</summary>
/// <param name="Model">The model's manifest.</param>
/// <param name="CatalogueId">The catalogue snapshot.</param>
/// <param name="Products">Its products.</param>
/// <param name="AsOf">When products must be available: the later of the model's and the snapshot's time, so that it follows from the inputs.</param>
/// <param name="Settings">The shop's options.</param>
internal sealed record GenerationInputs(
    ModelManifest Model, string CatalogueId, IReadOnlyDictionary<ProductId, Product> Products, DateTimeOffset AsOf, ShopSettings Settings)
{
    public GenerationId Name => GenerationNaming.NameOf(Model.ModelId, CatalogueId, Settings);
}
