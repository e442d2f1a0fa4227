using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>What stands in one panel.</summary>
/// <param name="Name">What the page calls it.</param>
/// <param name="Answer">Its bundles.</param>
internal sealed record PanelAnswer(string Name, BundleAnswer Answer);
