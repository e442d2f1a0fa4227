using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;

namespace BundleFunctions.Serving;

/// <summary>Looks whether the stores can be reached and what each shop serves.</summary>
public sealed class ServiceHealth(ShopDirectory shops, IDocumentStore documents, TimeProvider clock, ServingOptions options)
{
    // A service that has no shop yet has documents to reach nevertheless.
    private static readonly ShopId Probe = Identifier.Parse<ShopId>("default");

    /// <summary>Asks each store once for each shop; a store that fails is in the report, not an exception.</summary>
    public async Task<HealthReport> CheckAsync(CancellationToken cancellationToken)
    {
        var (blobFault, listed) = await TryAsync(shops.ListAsync, cancellationToken);
        var healths = new List<ShopHealth>();
        var (documentFault, _) = await TryAsync(token => documents.GetAsync(GenerationFiles.Pointer(Probe), token), cancellationToken);
        foreach (var shop in documentFault is null ? listed ?? [] : [])
        {
            var (fault, stored) = await TryAsync(token => documents.GetAsync(GenerationFiles.Pointer(shop), token), cancellationToken);
            documentFault ??= fault;
            healths.Add(fault is null ? Judge(shop, stored) : Degraded(shop, fault));
        }

        var stores = new[] { Store("blobs", blobFault), Store("documents", documentFault) };
        var worst = stores.Select(store => store.Status).Concat(healths.Select(health => health.Status)).Max();
        return new HealthReport(worst, stores, healths);
    }

    private async Task<(string? Fault, T? Value)> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.ReadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return (null, await call(either.Token).WaitAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"No answer within {options.ReadTimeout.TotalSeconds:0.#} s."), default);
        }
        catch (StoreException e)
        {
            return (e.Message, default);
        }
    }

    private ShopHealth Judge(ShopId shop, StoredDocument? stored)
    {
        if (stored is null)
        {
            return Degraded(shop, "Nothing has been published yet.");
        }

        GenerationInfo current;
        try
        {
            current = GenerationPointers.Parse(stored.Body.Span, shop).CurrentInfo;
        }
        catch (InvalidDataException e)
        {
            return Degraded(shop, e.Message);
        }

        var age = clock.GetUtcNow() - current.ModelTrainedAt;
        var reason = age <= options.MaxModelAge ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"The model is {age.TotalDays:0.#} days old; expected {options.MaxModelAge.TotalDays:0.#} or less.");
        return new ShopHealth(
            shop,
            reason is null ? HealthStatus.Healthy : HealthStatus.Degraded,
            current.Generation,
            current.ModelId,
            current.ModelTrainedAt,
            (long)age.TotalSeconds,
            current.Bundles,
            reason);
    }

    private static ShopHealth Degraded(ShopId shop, string reason) => new(shop, HealthStatus.Degraded, null, null, null, null, null, reason);

    private static StoreHealth Store(string name, string? fault) => new(name, fault is null ? HealthStatus.Healthy : HealthStatus.Unhealthy, fault);
}
