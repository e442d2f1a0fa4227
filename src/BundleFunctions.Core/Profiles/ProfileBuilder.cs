using System.Runtime.InteropServices;
using BundleFunctions.Catalogue;

namespace BundleFunctions.Profiles;

/// <summary>Makes profiles of the events of persons, in one pass. Takes events as models may learn from them (who opted out or does not consent has
/// no name in them), in order of time. Not thread-safe.</summary>
/// <remarks>Memory: up to twice as many drafts as profiles are kept.</remarks>
/// <param name="options">Valid options.</param>
/// <param name="catalogue">Categories, brands and prices; null where there are none.</param>
/// <param name="currency">The currency of what persons spent; null where that is not kept.</param>
public sealed class ProfileBuilder(ProfileOptions options, CatalogueSnapshot? catalogue, string? currency = null)
{
    // Weights grow from here on.
    private static readonly DateTimeOffset Landmark = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<Pseudonym, ProfileDraft> _drafts = [];
    private readonly Dictionary<ProductId, Product> _products = catalogue?.Products.ToDictionary(product => product.ProductId) ?? [];
    private readonly PriceLevels? _levels = catalogue is null ? null : new PriceLevels(catalogue);

    /// <summary>Adds one event; those of nobody, and those without consent to analytics, are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (!options.Enabled || shopEvent.User is not { } user || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        if (shopEvent.Type == EventType.Refund && _drafts.TryGetValue(user, out var known))
        {
            known.Spend(-PaidFor(shopEvent));
        }

        if (Weight(shopEvent.Type) is not (> 0 and var weight))
        {
            return;
        }

        // Two to the power of half-lives; what came long before the landmark weighs nothing, and no sum ever overflows.
        var halfLives = Math.Clamp((shopEvent.OccurredAt - Landmark).TotalDays / options.HalfLifeDays, -900, 900);
        var draft = CollectionsMarshal.GetValueRefOrAddDefault(_drafts, user, out _) ??= new ProfileDraft();
        draft.Add(shopEvent, weight * Math.Pow(2, halfLives), product => _products.GetValueOrDefault(product), product => _levels?.Of(product), options.LastProducts);
        if (shopEvent.Type == EventType.Purchase)
        {
            draft.Spend(PaidFor(shopEvent));
        }

        if (_drafts.Count > (2L * options.MaxProfiles) + 1000)
        {
            foreach (var (gone, _) in NewestFirst().Skip(options.MaxProfiles).ToArray())
            {
                _drafts.Remove(gone);
            }
        }
    }

    /// <summary>The profiles, in ordinal order of the users.</summary>
    public IReadOnlyList<UserProfile> Build() =>
        [.. NewestFirst().Take(options.MaxProfiles).OrderBy(pair => pair.Key).Select(pair => pair.Value.ToProfile(pair.Key, options))];

    // In the shop's currency alone: amounts of several do not add up. Null where no line has a price in it.
    private decimal? PaidFor(ShopEvent shopEvent)
    {
        decimal? paid = null;
        foreach (var item in currency is null ? [] : shopEvent.Items)
        {
            var product = _products.GetValueOrDefault(item.ProductId);
            if (string.Equals(shopEvent.Currency ?? product?.Currency ?? currency, currency, StringComparison.Ordinal)
                && (item.UnitPrice ?? (product is not null && string.Equals(product.Currency, currency, StringComparison.Ordinal) ? product.Price : null)) is { } price)
            {
                paid = (paid ?? 0) + (item.Quantity * (price - (item.Discount ?? 0)));
            }
        }

        return paid;
    }

    private IEnumerable<KeyValuePair<Pseudonym, ProfileDraft>> NewestFirst() =>
        _drafts.OrderByDescending(pair => pair.Value.LastSeen).ThenBy(pair => pair.Key);

    // The same as what answers to live sessions go by.
    private static double Weight(EventType type) => type switch
    {
        EventType.AddToCart => 3,
        EventType.Purchase => 2,
        EventType.Click => 1.5,
        EventType.View or EventType.Rating => 1,
        _ => 0,
    };
}
