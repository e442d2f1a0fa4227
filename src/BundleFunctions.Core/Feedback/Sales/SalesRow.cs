namespace BundleFunctions.Feedback.Sales;

/// <summary>One row of a table of the report.</summary>
/// <param name="Name">The bundle, model, rule, variant, category, segment or week.</param>
/// <param name="Tally">What came of it.</param>
/// <param name="Uplift">What would not have been earned without bundles; null where the shop holds nobody out, or too few.</param>
public sealed record SalesRow(string Name, SalesTally Tally, RowUplift? Uplift = null);
