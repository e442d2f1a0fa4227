namespace BundleFunctions.Segments;

/// <summary>One coordinate of a profile: <c>(value - mean) x scale</c>.</summary>
/// <param name="Name"><c>recency</c>, <c>frequency</c>, <c>monetary</c>, <c>priceLevel</c>, or <c>category:</c> and the first level of a path.</param>
/// <param name="Mean">The mean of all profiles when it was learned.</param>
/// <param name="Scale">Above 0.</param>
public sealed record SegmentFeature(string Name, double Mean, double Scale);
