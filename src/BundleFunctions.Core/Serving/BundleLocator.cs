using BundleFunctions.Ports;
using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>Finds the product under which a bundle of a generation stands.</summary>
internal sealed class BundleLocator(IDocumentStore documents, TimeProvider clock, ServingOptions options)
{
    /// <summary>The product; null where the generation has no such bundle. A store that fails or is slow makes a failed lookup.</summary>
    public async Task<(ProductId? Product, bool Failed)> FindAsync(
        ShopId shop, GenerationInfo generation, BundleId bundle, Deadline deadline, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Deadline, clock);
        try
        {
            var key = BundleIndex.KeyOf(shop, generation.Generation, generation.Bundles, bundle);
            var stored = await deadline.WaitAsync(documents.GetAsync(key, timeout.Token), cancellationToken);
            return (stored is null ? null : BundleIndex.Find(stored.Body, bundle), false);
        }
        catch (Exception e) when (e is StoreException or InvalidDataException or TimeoutException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, true);
        }
    }
}
