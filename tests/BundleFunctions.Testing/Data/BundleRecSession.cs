namespace BundleFunctions.Testing;

/// <summary>A shopping session of BundleRec by the data's own numbers.</summary>
public sealed record BundleRecSession(int Session, IReadOnlyList<int> Items, IReadOnlyList<IReadOnlyList<int>> Bundles);
