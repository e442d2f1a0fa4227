using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>What came of looking for a list.</summary>
/// <param name="Bundles">The list; null where there is none or it could not be read.</param>
/// <param name="Failed">Whether it could not be read.</param>
internal readonly record struct ListLookup(IReadOnlyList<PublishedBundle>? Bundles, bool Failed)
{
    public static ListLookup Missing => new(null, Failed: false);

    public static ListLookup Failure => new(null, Failed: true);
}
