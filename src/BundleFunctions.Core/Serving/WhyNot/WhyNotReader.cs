using BundleFunctions.Associations;
using BundleFunctions.Bundling.WhyNot;
using BundleFunctions.Catalogue;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving.WhyNot;

/// <summary>Answers merchandisers' "why not?" for a pair of products. Reads the model's file up to the anchor's line, so it is for people, not pages.</summary>
public sealed class WhyNotReader(BundleReader reader, ModelReader models, CatalogueReader catalogues, ShopDirectory shops, TimeProvider clock)
{
    /// <param name="shop">The shop.</param>
    /// <param name="anchor">The product whose bundles are asked for.</param>
    /// <param name="other">The product that is missed among them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="Ports.StoreException">A store failed.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    public async Task<WhyNotReport> ExplainAsync(ShopId shop, ProductId anchor, ProductId other, CancellationToken cancellationToken)
    {
        var look = await reader.LookAsync(shop, cancellationToken);
        if (look.View.Current is not { } current)
        {
            return new WhyNotReport(null, null, null, look.View.Fault ?? "Nothing has been published for this shop yet.");
        }

        if ((look.View.Live?.Snapshot ?? await catalogues.ReadCurrentAsync(shop, cancellationToken)) is not { } catalogue)
        {
            return new WhyNotReport(current.Generation, current.ModelId, null, "The shop has no catalogue.");
        }

        var settings = await shops.GetSettingsAsync(shop, cancellationToken);
        try
        {
            if (await models.FindManifestAsync(BlobLayout.ModelManifest(shop, current.ModelId), cancellationToken) is not { } manifest)
            {
                return new WhyNotReport(current.Generation, current.ModelId, null, "The model's files are gone; the generation serves on without them.");
            }

            var pricer = new BundlePricer(settings.Pricing, await models.FindElasticitiesAsync(manifest, cancellationToken));
            var explainer = new WhyNotExplainer(settings.Bundling, draft => pricer.Price(draft.Lines) is { Price: null } refused ? refused.Reason : null);
            var line = await FindAsync(manifest, anchor, cancellationToken);
            var answer = explainer.Explain(anchor, other, line, catalogue.Find, manifest.TotalOrders, clock.GetUtcNow());
            return new WhyNotReport(current.Generation, current.ModelId, answer, null);
        }
        catch (InvalidModelException e)
        {
            return new WhyNotReport(current.Generation, current.ModelId, null, e.Message);
        }
    }

    // Lines stand in ordinal order: what lies behind the anchor's place need not be read.
    private async Task<ProductAssociations?> FindAsync(ModelManifest manifest, ProductId anchor, CancellationToken cancellationToken)
    {
        await foreach (var line in models.ReadAssociationsAsync(manifest, cancellationToken))
        {
            if (line.Product.CompareTo(anchor) >= 0)
            {
                return line.Product == anchor ? line : null;
            }
        }

        return null;
    }
}
