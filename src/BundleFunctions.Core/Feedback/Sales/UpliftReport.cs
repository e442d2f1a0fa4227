using BundleFunctions.Statistics;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What bundles earned beyond what would have been earned without them: all visitors of the period who may see bundles, against the holdout.</summary>
/// <param name="TreatedVisitors">Visitors who may see bundles.</param>
/// <param name="HoldoutVisitors">Visitors who may not.</param>
/// <param name="SampleRatioPValue">P-value of the two having the sizes they were meant to have.</param>
/// <param name="TreatedMargin">Margin a visitor.</param>
/// <param name="HoldoutMargin">Margin a visitor.</param>
/// <param name="MarginPerVisitor">Their difference, adjusted by each visitor's margin before the period (CUPED); null where a group has fewer than two.</param>
/// <param name="Plain">The difference without that.</param>
/// <param name="ConversionPerVisitor">Difference of the shares of visitors who bought.</param>
/// <param name="IncrementalMargin">Margin a visitor times visitors who may see bundles, with its interval.</param>
/// <param name="Cannibalised">Share of the margin credited to bundles that would have been earned without them: 1 - incremental / credited, with its
/// interval. Below 0 bundles earned more than they are credited with. Null where nothing was credited.</param>
public sealed record UpliftReport(
    long TreatedVisitors,
    long HoldoutVisitors,
    double SampleRatioPValue,
    double TreatedMargin,
    double HoldoutMargin,
    Estimate? MarginPerVisitor,
    Estimate? Plain,
    Estimate? ConversionPerVisitor,
    Estimate? IncrementalMargin,
    Estimate? Cannibalised);
