using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue.Maps;

/// <summary>How somebody else's product records become ours.</summary>
public sealed record CatalogueMap : RecordMap<ProductField>
{
    /// <summary>The product's categories, as paths.</summary>
    public ImportList? Categories { get; init; }

    /// <summary>Products without which this one must not be bundled.</summary>
    public ImportList? Requires { get; init; }

    /// <summary>Products with which this one must not be bundled.</summary>
    public ImportList? Excludes { get; init; }

    /// <summary>The product's attributes.</summary>
    public ImportAttributes? Attributes { get; init; }
}
