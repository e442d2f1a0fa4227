using BundleFunctions.Bundling.Search;

namespace BundleFunctions.Serving.Composing;

/// <summary>What new bundles are to be searched around.</summary>
/// <param name="Seed">An anchor, a cart, a session or a theme.</param>
/// <param name="Options">How to search; valid.</param>
public sealed record ComposeQuestion(BundleSeed Seed, BundleSearchOptions Options);
