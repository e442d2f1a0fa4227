namespace BundleFunctions.Hygiene;

/// <summary>Names of the rules, as reports and figures give them.</summary>
public static class HygieneRule
{
    public const string Robots = "robots";
    public const string TestOrders = "test_orders";
    public const string Resellers = "resellers";
    public const string ImpossibleQuantities = "impossible_quantities";
    public const string ImpossiblePrices = "impossible_prices";
    public const string Returns = "returns";

    /// <summary>All of them, in the order in which an event is held against them.</summary>
    public static IReadOnlyList<string> All { get; } = [Robots, TestOrders, Resellers, ImpossibleQuantities, ImpossiblePrices, Returns];
}
