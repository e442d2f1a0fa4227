namespace BundleFunctions.Feedback.Sales;

/// <summary>One row of a table of the report.</summary>
/// <param name="Name">The bundle, model, rule or variant.</param>
/// <param name="Tally">What came of it.</param>
public sealed record SalesRow(string Name, SalesTally Tally);
