using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What a row's bundles earned beyond what would have been earned without any.</summary>
/// <param name="IncrementalMargin">With its interval, in the report's currency.</param>
/// <param name="Cannibalised">Share of the row's credited margin that it does not reach; null where nothing was credited.</param>
/// <param name="IsMeasured">Whether the holdout tells it of this row; else it is the row's share of what the holdout tells of all bundles together, in
/// proportion to the credited revenue that was not wanted already.</param>
public sealed record RowUplift(Estimate IncrementalMargin, Estimate? Cannibalised, bool IsMeasured);
