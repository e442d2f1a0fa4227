namespace BundleFunctions.Publishing;

/// <summary>One anchor's bundles, and the price codes of all its drafts, those that are not sold among them.</summary>
internal sealed record AnchorResult(PublishedList List, IReadOnlyList<string> PriceCodes);
