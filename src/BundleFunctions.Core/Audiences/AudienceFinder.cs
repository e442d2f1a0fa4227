using BundleFunctions.Associations;
using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Hygiene;
using BundleFunctions.Ports;
using BundleFunctions.Profiles;
using BundleFunctions.Publishing;
using BundleFunctions.Segments;
using BundleFunctions.Shops;

namespace BundleFunctions.Audiences;

/// <summary>Finds whom to offer a bundle or a product. Left out are users who opted out, were erased or refuse personalisation, and those who own it.</summary>
/// <remarks>Reads the newest model's profiles, and the lake for who owns what; memory is that of the shop's orders.</remarks>
/// <param name="blobs">The blob store.</param>
public sealed class AudienceFinder(IBlobStore blobs)
{
    private readonly ModelReader _models = new(blobs);

    /// <summary>The audience of a bundle of the generation that is served; null where there is no such bundle.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="bundle">The bundle.</param>
    /// <param name="limit">Users at most, 1 or more.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="NoAudienceException">The shop has no model that knows of responses, or no catalogue.</exception>
    /// <exception cref="InvalidModelException">The model is damaged.</exception>
    /// <exception cref="InvalidDataException">The lake, the catalogue or the generation cannot be read.</exception>
    /// <exception cref="InvalidShopSettingsException">The shop's settings cannot be read.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task<Audience?> FindAsync(ShopId shop, BundleId bundle, int limit, CancellationToken cancellationToken)
    {
        var found = await new CurrentBundles(blobs).ReadAsync(shop, cancellationToken).FirstOrDefaultAsync(one => one.BundleId == bundle, cancellationToken);
        return found is null ? null : await FindAsync(shop, bundle.Value, [.. found.Items.Select(item => item.ProductId)], limit, cancellationToken);
    }

    /// <summary>The audience of a product, new or not; null where the catalogue knows no such product.</summary>
    /// <inheritdoc cref="FindAsync(ShopId, BundleId, int, CancellationToken)"/>
    public Task<Audience?> FindAsync(ShopId shop, ProductId product, int limit, CancellationToken cancellationToken) =>
        FindAsync(shop, product.Value, [product], limit, cancellationToken);

    private async Task<Audience?> FindAsync(ShopId shop, string name, IReadOnlyList<ProductId> ids, int limit, CancellationToken cancellationToken)
    {
        if (await _models.FindNewestAsync(shop, cancellationToken) is not { } manifest
            || await new ResponseFiles(blobs).FindAsync(manifest, cancellationToken) is not { } response)
        {
            throw new NoAudienceException($"Shop {shop} has no model that knows how users respond: that takes orders of signed-in users over more than {ResponseModel.Days} days. Train again when there are.");
        }

        if (await new CatalogueReader(blobs).ReadCurrentAsync(shop, cancellationToken) is not { } catalogue)
        {
            throw new NoAudienceException($"Shop {shop} has no catalogue.");
        }

        Product[] products = [.. ids.Select(catalogue.Find).OfType<Product>()];
        if (products.Length < ids.Count)
        {
            return null;
        }

        var (baskets, clean) = await ReadAsync(shop, cancellationToken);
        var through = clean.NewestAt ?? DateTimeOffset.UnixEpoch;
        var segments = await new SegmentFiles(blobs).FindAsync(manifest, cancellationToken);
        var profiles = await new ProfileFiles(blobs).ReadAsync(manifest, cancellationToken).ToListAsync(cancellationToken);
        var owners = OwnersOf(baskets, ids);
        var (offer, curve) = Judge(products, baskets, through, profiles.Count, catalogue, response);
        var affinities = new Affinities(catalogue, response.Means, DateOnly.FromDateTime(through.UtcDateTime));
        var open = profiles.Where(profile => !owners.Contains(profile.User) && !clean.HasWithdrawn(profile.User)).ToList();
        AudienceMember[] members =
        [
            .. open.Select(profile => new AudienceMember(profile.User, Math.Round(curve.Chance(affinities.Of(profile, offer)), 8), segments?.Of(profile).Name))
                .OrderByDescending(member => member.ExpectedResponse).ThenBy(member => member.User).Take(limit),
        ];
        return new Audience(
            name,
            offer.IsFresh,
            members,
            profiles.Count,
            profiles.Count(profile => owners.Contains(profile.User)),
            profiles.Count(profile => clean.HasWithdrawn(profile.User)),
            members.Sum(member => member.ExpectedResponse));
    }

    private static (Offered Offer, ResponseCurve Curve) Judge(
        Product[] products, IReadOnlyList<Basket> baskets, DateTimeOffset through, int users, CatalogueSnapshot catalogue, ResponseModel response)
    {
        var rates = new OfferRates(baskets, through, users, catalogue);
        if (products.Length > 1)
        {
            return (new Offered(products, rates.OfBundle(products)), response.Bundles ?? response.Products);
        }

        var isFresh = !baskets.Any(basket => basket.Products.Contains(products[0].ProductId));
        return isFresh ? (new Offered(products, rates.OfFresh(products[0]), IsFresh: true), response.Fresh) : (new Offered(products, rates.Of(products[0])), response.Products);
    }

    private async Task<(IReadOnlyList<Basket> Baskets, CleanEvents Clean)> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var settings = await new ShopDirectory(blobs).GetSettingsAsync(shop, cancellationToken);
        var clean = await new CleanLake(blobs).OpenAsync(shop, settings, progress: null, cancellationToken);
        var baskets = new BasketBuilder();
        await foreach (var shopEvent in clean.ReadAsync().WithCancellation(cancellationToken))
        {
            baskets.Add(shopEvent);
        }

        return (baskets.Build().Baskets, clean);
    }

    private static HashSet<Pseudonym> OwnersOf(IEnumerable<Basket> baskets, IReadOnlyList<ProductId> products)
    {
        var wanted = products.ToHashSet();
        return
        [
            .. baskets.Where(basket => basket.User is not null)
                .SelectMany(basket => basket.Products.Where(wanted.Contains), (basket, product) => (User: basket.User!.Value, product)).Distinct()
                .GroupBy(pair => pair.User).Where(owned => owned.Count() == wanted.Count).Select(owned => owned.Key),
        ];
    }
}
