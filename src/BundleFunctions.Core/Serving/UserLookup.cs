using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>What came of looking for a person's bundles.</summary>
/// <param name="Bundles">Best first; null where there are none, where the person has opted out, or where they could not be read.</param>
/// <param name="Failed">Whether they could not be read.</param>
public readonly record struct UserLookup(IReadOnlyList<PublishedBundle>? Bundles, bool Failed);
