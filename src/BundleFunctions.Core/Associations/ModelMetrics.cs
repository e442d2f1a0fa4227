namespace BundleFunctions.Associations;

/// <summary>A model folder's <c>metrics.json</c>: what was learned from, and how well it predicts.</summary>
/// <param name="TotalOrders">Orders that were counted.</param>
/// <param name="Products">Products that were ordered.</param>
/// <param name="DataThrough">The newest event that was learned from.</param>
/// <param name="Figures">Named figures, such as <c>hitRate@10</c>; in ordinal order of their names.</param>
public sealed record ModelMetrics(int TotalOrders, int Products, DateTimeOffset? DataThrough, SortedDictionary<string, double> Figures);
