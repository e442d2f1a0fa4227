using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BundleFunctions.Ports;
using BundleFunctions.Shops;

namespace BundleFunctions.Catalogue.Updates;

/// <summary>Takes stock and prices that are newer than the catalogue's files: they show in answers within seconds, without a publication. The next
/// file that speaks of a product later takes its place.</summary>
public sealed class CatalogueUpdater
{
    /// <summary>Most updates of one request.</summary>
    public const int MaxUpdates = 1000;

    /// <summary>Most bytes of a body.</summary>
    public const int MaxBodyBytes = 256 * 1024;

    private const decimal MaxPrice = 1_000_000_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    // Clocks of shops run a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly SnapshotStore _snapshots;
    private readonly OverlayStore _overlays;
    private readonly TimeProvider _clock;
    private readonly ShopMemo<KnownProducts> _known;

    public CatalogueUpdater(IBlobStore blobs, TimeProvider clock)
    {
        (_snapshots, _overlays, _clock) = (new SnapshotStore(blobs), new OverlayStore(blobs), clock);
        _known = new ShopMemo<KnownProducts>(ReadKnownAsync, Grace, known => known.ETag is not null, clock);
    }

    /// <summary>Judges updates one by one, and keeps the good ones.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="updates">At most <see cref="MaxUpdates"/> JSON objects, as <see cref="CatalogueUpdate"/>; of two that speak of one product
    /// field and moment the later counts.</param>
    /// <param name="type">How they are read.</param>
    /// <param name="validateOnly">Only tells what would become of them.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="StoreException">The store failed; the same updates may be sent again.</exception>
    /// <exception cref="InvalidDataException">A file of our own cannot be read.</exception>
    public async Task<CatalogueUpdateResult> ApplyAsync(
        ShopId shop, IReadOnlyList<JsonElement> updates, JsonTypeInfo<CatalogueUpdate> type, bool validateOnly, CancellationToken cancellationToken)
    {
        var known = (await _known.GetAsync(shop, Fresh, cancellationToken)).Value;
        var now = _clock.GetUtcNow();
        var rejected = new List<UpdateRejection>();
        var outdated = 0;
        var good = new SortedDictionary<string, ProductOverlay>(StringComparer.Ordinal);
        for (var i = 0; i < updates.Count; i++)
        {
            var (overlay, id, fault) = Judge(i, updates[i], type, known, now);
            if (fault is not null)
            {
                rejected.Add(fault);
            }
            else if (overlay!.IsEmpty())
            {
                outdated++;
            }
            else
            {
                good[id] = good.TryGetValue(id, out var earlier) ? earlier.With(overlay) : overlay;
            }
        }

        if (!validateOnly && good.Count > 0)
        {
            await KeepAsync(shop, good, cancellationToken);
        }

        return new CatalogueUpdateResult(updates.Count - rejected.Count, outdated, rejected);
    }

    private Task KeepAsync(ShopId shop, SortedDictionary<string, ProductOverlay> good, CancellationToken cancellationToken) => _overlays.ChangeAsync(
        shop,
        products =>
        {
            foreach (var (id, overlay) in good)
            {
                products[id] = products.TryGetValue(id, out var earlier) ? earlier.With(overlay) : overlay;
            }

            return products.Count <= CatalogueOverlay.MaxProducts ? true : throw new CatalogueUpdatesFullException(shop);
        },
        cancellationToken);

    private static (ProductOverlay? Overlay, string Id, UpdateRejection? Fault) Judge(
        int index, JsonElement json, JsonTypeInfo<CatalogueUpdate> type, KnownProducts known, DateTimeOffset now)
    {
        CatalogueUpdate? update;
        try
        {
            update = json.Deserialize(type);
        }
        catch (JsonException e)
        {
            return Refuse(index, UpdateCodes.Malformed, $"{e.Path ?? "$"}: expected an update of a product.");
        }

        if (update is null || update.ProductId.Value.Length == 0)
        {
            return Refuse(index, UpdateCodes.Malformed, "$: expected an update of a product.");
        }

        var id = update.ProductId.Value;
        var at = update.AsOf ?? now;
        return update switch
        {
            { Stock: null, Price: null, AvailableFrom: null, AvailableTo: null, Discontinued: null } =>
                Refuse(index, UpdateCodes.NothingNew, "expected stock, price, availableFrom, availableTo or discontinued."),
            { Stock: < 0 } => Refuse(index, UpdateCodes.StockOutOfRange, Text($"stock is {update.Stock}; expected 0 or more.")),
            { Price: <= 0 or > MaxPrice } => Refuse(index, UpdateCodes.PriceOutOfRange, Text($"price is {update.Price}; expected more than 0 and {MaxPrice} or less.")),
            _ when at > now + Ahead => Refuse(index, UpdateCodes.TimeOutOfRange, Text($"asOf is {at:O}; expected {now:O} or earlier.")),
            _ when !known.Spoken.TryGetValue(id, out _) => Refuse(index, UpdateCodes.UnknownProduct, "productId: the catalogue has no such product."),
            _ => (OverlayOf(update, at).After(known.Spoken[id]), id, null),
        };
    }

    private static ProductOverlay OverlayOf(CatalogueUpdate update, DateTimeOffset at) => new(
        update.Stock is { } stock ? new(stock, at) : null,
        update.Price is { } price ? new(price, at) : null,
        update.AvailableFrom is { } from ? new(from, at) : null,
        update.AvailableTo is { } to ? new(to, at) : null,
        update.Discontinued is { } discontinued ? new(discontinued, at) : null);

    private static (ProductOverlay?, string, UpdateRejection?) Refuse(int index, string code, string message) =>
        (null, "", new UpdateRejection(index, code, message));

    private static string Text(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);

    /// <summary>When the files spoke last of each product; only read again where the catalogue changed.</summary>
    private async Task<KnownProducts> ReadKnownAsync(ShopId shop, KnownProducts? known, CancellationToken cancellationToken)
    {
        if (await _snapshots.ReadPointerAsync(shop, cancellationToken) is not { } pointer)
        {
            return new KnownProducts(null, new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal));
        }

        if (string.Equals(known?.ETag, pointer.ETag, StringComparison.Ordinal))
        {
            return known!;
        }

        // What was derived from events has no word of its own about stock: whatever the shop says is newer.
        var spoken = pointer.Value.SourcesId is null
            ? (await _snapshots.ReadAsync(shop, pointer.Value, cancellationToken)).Products.Select(product => (product.ProductId.Value, DateTimeOffset.MinValue))
            : (await _snapshots.ReadSourcesAsync(shop, pointer.Value, cancellationToken)).Select(source => (source.Key, source.Value.LastModified));
        return new KnownProducts(pointer.ETag, spoken.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal));
    }

    private sealed record KnownProducts(string? ETag, Dictionary<string, DateTimeOffset> Spoken);
}
