namespace BundleFunctions.Serving;

/// <summary>What came of asking for one bundle.</summary>
/// <param name="Answer">The answer with that bundle, or with none and the reason; null where the shop's generation has no such bundle.</param>
public sealed record FoundBundle(BundleAnswer? Answer);
