namespace BundleFunctions.Functions.Migration;

/// <summary>An item of a list, as Intelligent Recommendations named its fields.</summary>
/// <param name="Id">The product.</param>
/// <param name="TrackingId">Names the answer.</param>
internal sealed record RecoItem(string Id, string TrackingId);
