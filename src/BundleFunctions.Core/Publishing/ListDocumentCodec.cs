using System.Text.Json;
using BundleFunctions.Associations;
using BundleFunctions.Offers;
using BundleFunctions.Pricing;
using BundleFunctions.Ranking;

namespace BundleFunctions.Publishing;

/// <summary>Lists to document bodies and back.</summary>
public static class ListDocumentCodec
{
    public static byte[] Encode(PublishedList list)
    {
        var total = list.Bundles.Count == 0 ? 0 : list.Bundles[0].Evidence.TotalOrders;
        return JsonSerializer.SerializeToUtf8Bytes(new ListDocument(total, [.. list.Bundles.Select(Encode)]), ListDocumentJson.Default.ListDocument);
    }

    /// <summary>A bundle as users' lists need it.</summary>
    internal static ListedBundle EncodeSmall(PublishedBundle bundle)
    {
        var entry = JsonSerializer.SerializeToUtf8Bytes(Encode(bundle), ListDocumentJson.Default.BundleEntry);
        return new ListedBundle(bundle.BundleId, bundle.Score, [.. bundle.Items.Select(item => item.ProductId)], entry[entry.AsSpan().IndexOf("\"p\":"u8)..]);
    }

    /// <summary>Reads a document's body; fields that a store added are passed over.</summary>
    /// <exception cref="InvalidDataException">The body is not what <see cref="Encode(PublishedList)"/> writes.</exception>
    public static IReadOnlyList<PublishedBundle> Decode(ReadOnlySpan<byte> body)
    {
        try
        {
            var document = JsonSerializer.Deserialize(body, ListDocumentJson.Default.ListDocument);
            return document is null ? throw new JsonException("it is null") : [.. document.Bundles.Select(entry => Decode(entry, document.TotalOrders))];
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"A bundle document cannot be read: {e.Message}", e);
        }
    }

    private static BundleEntry Encode(PublishedBundle bundle)
    {
        var products = bundle.Items.Select(item => item.ProductId).ToArray();
        var limit = bundle.Availability?.LimitedBy is { } product ? Array.IndexOf(products, product) : (int?)null;
        return new BundleEntry(
            bundle.BundleId,
            bundle.Score,
            products,
            string.Concat(bundle.Items.Select(item => item.Role switch { ItemRole.Anchor => 'a', ItemRole.Complement => 'c', _ => 'x' })),
            [bundle.Evidence.Orders, bundle.Evidence.AnchorOrders, bundle.Evidence.RestOrders],
            bundle.Price.Currency,
            bundle.Price.List,
            bundle.Price.Offer == bundle.Price.List ? null : bundle.Price.Offer,
            bundle.Items.All(item => item.Quantity == 1) ? null : [.. bundle.Items.Select(item => item.Quantity)],
            bundle.Availability?.MaxBundles,
            limit,
            DiscountCode.Encode(bundle.Price.Discount, products),
            PriceBasis.Encode(bundle.Price.Basis),
            bundle.Signals is { } signals ? [signals.Complement, signals.Replaces, signals.Likeness, signals.Rank] : null);
    }

    private static PublishedBundle Decode(BundleEntry entry, int totalOrders)
    {
        if (entry.Roles.Length != entry.Products.Count || entry.Counts.Count != 3 || !(entry.List > 0))
        {
            throw new InvalidOperationException($"bundle {entry.Id} has {entry.Products.Count} products, {entry.Roles.Length} roles, {entry.Counts.Count} counts.");
        }

        var items = entry.Products.Select((product, i) => new BundleItem(
            product,
            entry.Roles[i] switch { 'a' => ItemRole.Anchor, 'c' => ItemRole.Complement, _ => ItemRole.AddOn },
            entry.Quantities?[i] ?? 1));
        var availability = entry.MaxBundles is null ? null
            : new BundleAvailability(entry.MaxBundles, entry.LimitedBy is { } i ? entry.Products[i] : null);
        if (entry.Signals is { Count: not 4 })
        {
            throw new InvalidOperationException($"bundle {entry.Id} has {entry.Signals.Count} signals; expected 4 or none.");
        }

        var evidence = new Evidence(entry.Counts[0], entry.Counts[1], entry.Counts[2], totalOrders);
        var signals = entry.Signals is { } given ? new BundleSignals(given[0], given[1], given[2], given[3]) : null;
        var price = BundlePricer.PriceOf(
            entry.Currency,
            entry.List,
            entry.Offer ?? entry.List,
            DiscountCode.Decode(entry.Discount, entry.Products, entry.Offer),
            PriceBasis.Decode(entry.Basis));
        return new PublishedBundle(entry.Id, entry.Score, [.. items], price, PriceReason: null, availability, evidence, Forecast: null, signals);
    }
}
