using System.Globalization;
using BundleFunctions.Ports;
using BundleFunctions.Publishing;
using BundleFunctions.Shops;
using BundleFunctions.Telemetry;

namespace BundleFunctions.Serving;

/// <summary>Looks whether the stores can be reached and what each shop serves.</summary>
/// <remarks>Anybody may ask, so asking often costs the stores nothing: one look serves all for <see cref="ServingOptions.HealthAge"/>.</remarks>
public sealed class ServiceHealth
{
    // A service that has no shop yet has documents to reach nevertheless.
    private static readonly ShopId Probe = Identifier.Parse<ShopId>("default");

    private readonly ShopDirectory _shops;
    private readonly IDocumentStore _documents;
    private readonly TimeProvider _clock;
    private readonly ServingOptions _options;
    private readonly BriefMemo<HealthReport> _report;

    public ServiceHealth(ShopDirectory shops, IDocumentStore documents, TimeProvider clock, ServingOptions options)
    {
        (_shops, _documents, _clock, _options) = (shops, documents, clock, options);
        _report = new BriefMemo<HealthReport>(LookAsync, options.HealthAge, clock);
    }

    /// <summary>The last report, or a new one where it is too old; a store that fails is in the report, not an exception.</summary>
    public Task<HealthReport> CheckAsync(CancellationToken cancellationToken) => _report.GetAsync(cancellationToken);

    private async Task<HealthReport> LookAsync()
    {
        var (blobFault, listed) = await TryAsync(_shops.ListAsync);
        var healths = new List<ShopHealth>();
        var (documentFault, _) = await TryAsync(token => _documents.GetAsync(GenerationFiles.Pointer(Probe), token));
        foreach (var shop in documentFault is null ? listed ?? [] : [])
        {
            var (fault, stored) = await TryAsync(token => _documents.GetAsync(GenerationFiles.Pointer(shop), token));
            healths.Add(fault is null ? Judge(shop, stored) : Degraded(shop, fault));
            if (fault is not null)
            {
                // The store has gone meanwhile; waiting for it once more for every other shop would tell nothing new.
                documentFault = fault;
                break;
            }
        }

        var stores = new[] { Store("blobs", blobFault), Store("documents", documentFault) };
        var worst = stores.Select(store => store.Status).Concat(healths.Select(health => health.Status)).Max();
        var report = new HealthReport(worst, stores, healths);
        ServiceRecorder.Looked(report);
        return report;
    }

    private async Task<(string? Fault, T? Value)> TryAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        using var timeout = new CancellationTokenSource(_options.ReadTimeout, _clock);
        try
        {
            return (null, await call(timeout.Token).WaitAsync(timeout.Token));
        }
        catch (OperationCanceledException)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"No answer within {_options.ReadTimeout.TotalSeconds:0.#} s."), default);
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

        var age = _clock.GetUtcNow() - current.ModelTrainedAt;
        var reason = age <= _options.MaxModelAge ? null
            : string.Create(
                CultureInfo.InvariantCulture, $"The model is {age.TotalDays:0.#} days old; expected {_options.MaxModelAge.TotalDays:0.#} or less.");
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
