namespace BundleFunctions.Planning.Stock;

/// <summary>A bundle that cannot be delivered any more before new goods can be here.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Component">The product that runs out first.</param>
/// <param name="Day">The day on which it is expected to.</param>
/// <param name="EarliestDay">The day before which it runs out once in twenty times.</param>
/// <param name="WeeklyOrders">Orders a week that hold the whole bundle, expected.</param>
/// <param name="BundledPieces">Pieces of the component that the offer of the bundle is expected to take a week, by its price's forecast; null where none was
/// made.</param>
public sealed record BundleRisk(string Bundle, string Component, DateOnly Day, DateOnly EarliestDay, double WeeklyOrders, double? BundledPieces);
