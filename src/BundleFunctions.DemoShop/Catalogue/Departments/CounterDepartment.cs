namespace BundleFunctions.DemoShop.Catalogue.Departments;

/// <summary>
/// What lies beside the till: one product a type, bought with anything and belonging to nothing. It is here to mislead
/// a ranking that counts co-occurrence alone.
/// </summary>
internal static class CounterDepartment
{
    public static readonly Department Instance = new(
        "Counter",
        ["Alltag"],
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        ["Always at hand."],
        [
            new("aa-batteries", "AA Batteries, pack of 8", "Everyday/Batteries", 5, 9, 40, VariantAxis.None),
            new("gift-bag", "Gift Bag", "Everyday/Gifts", 2, 5, 55, VariantAxis.None),
            new("microfibre-cloth", "Microfibre Cloth", "Everyday/Care", 3, 7, 55, VariantAxis.None),
            new("usb-c-cable", "USB-C Cable", "Everyday/Cables", 8, 15, 50, VariantAxis.None),
            new("power-strip", "Power Strip", "Everyday/Power", 12, 25, 42, VariantAxis.None),
            new("greeting-card", "Greeting Card", "Everyday/Gifts", 2, 4, 60, VariantAxis.None),
        ]);

    /// <summary>Probability that an order of anything holds each of them, in the order of the types.</summary>
    public static readonly IReadOnlyList<double> OrderRates = [0.30, 0.18, 0.12, 0.09, 0.06, 0.04];
}
