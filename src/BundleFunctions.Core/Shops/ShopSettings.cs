using BundleFunctions.Assistant;
using BundleFunctions.Bundling;
using BundleFunctions.Hygiene;
using BundleFunctions.Identity;
using BundleFunctions.Pricing;
using BundleFunctions.Privacy;
using BundleFunctions.Profiles;
using BundleFunctions.Segments;

namespace BundleFunctions.Shops;

/// <summary>What a shop sets for itself: blob <c>settings/{shop}.json</c>; everything has a default.</summary>
public sealed record ShopSettings
{
    /// <summary>Name of the import map for event files, or <c>own</c> for <c>settings/{shop}.map.json</c>; null where they are in our own schema.</summary>
    public string? EventMap { get; init; }

    /// <summary>Name of the map for product files, or <c>own</c> for <c>settings/{shop}.catalogue-map.json</c>; null where they are in our own schema.</summary>
    public string? CatalogueMap { get; init; }

    /// <summary>Currency where neither event nor product names one; ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Share of bad lines, 0..1, above which a whole blob is held back; files under 100 records are never held.</summary>
    public double MaxRejectShare { get; init; } = 0.5;

    /// <summary>Whether product files wait in staging until an operator promotes them.</summary>
    public bool StageCatalogue { get; init; }

    /// <summary>Whether every product file is a full load, and not only those whose name says so.</summary>
    public bool CatalogueIsFull { get; init; }

    /// <summary>Share of the products, 0..1, above which a full load that drops them waits in staging; catalogues under 20 products are not guarded.</summary>
    public double MaxCatalogueDropShare { get; init; } = 0.3;

    public BundlingOptions Bundling { get; init; } = new();

    public PricingOptions Pricing { get; init; } = new();

    public CorsOptions Cors { get; init; } = new();

    /// <summary>How long old data are kept.</summary>
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>What of the events nothing is learned from.</summary>
    public HygieneOptions Hygiene { get; init; } = new();

    /// <summary>How events are put together.</summary>
    public IdentityOptions Identity { get; init; } = new();

    /// <summary>What is kept of persons.</summary>
    public ProfileOptions Profiles { get; init; } = new();

    /// <summary>How users are put into segments.</summary>
    public SegmentOptions Segments { get; init; } = new();

    /// <summary>Whether and how shoppers are answered in plain language.</summary>
    public AssistantShopOptions Assistant { get; init; } = new();

    /// <summary>The first setting that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        MaxRejectShare is not (>= 0 and <= 1) ? $"maxRejectShare is {MaxRejectShare}; expected 0..1."
        : MaxCatalogueDropShare is not (>= 0 and <= 1) ? $"maxCatalogueDropShare is {MaxCatalogueDropShare}; expected 0..1."
        : Bundling.Validate() ?? Pricing.Validate() ?? Cors.Validate() ?? Retention.Validate() ?? Hygiene.Validate() ?? Identity.Validate() ?? Profiles.Validate()
            ?? Segments.Validate() ?? Assistant.Validate();
}
