namespace BundleFunctions.Publishing;

/// <summary>One anchor's bundles, and the price codes of all its drafts, those that are not sold among them.</summary>
/// <param name="List">The bundles, best first.</param>
/// <param name="PriceCodes">One a draft.</param>
public sealed record AnchorResult(PublishedList List, IReadOnlyList<string> PriceCodes);
