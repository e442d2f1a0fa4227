namespace BundleFunctions.Feedback.Sales;

/// <summary>What became of one shop's sales report.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Through">The last day of the report; null where it was not written.</param>
/// <param name="Fault">Why it was not; null where it was.</param>
public sealed record DeskReport(ShopId Shop, DateOnly? Through, string? Fault = null);
