using System.Globalization;

namespace BundleFunctions.Hygiene;

/// <summary>Rules in words, with the limits that they went by.</summary>
internal static class HygieneWords
{
    private const string Off = "Off.";

    public static string Of(string rule, HygieneOptions options, OrderLimits? limits, ValueRanges? values) => rule switch
    {
        HygieneRule.Robots => options.Robots is { Enabled: true } robots
            ? Text($"A user agent that says so; or, with fewer than {robots.BuyerShare:P1} additions to a cart and orders for each page: more than {robots.MaxPagesPerMinute} pages in a minute, {robots.MaxPagesPerHour} in an hour, or {robots.MaxProductsPerDay} different products on a day.")
            : Off,
        HygieneRule.TestOrders => options.TestOrders.Enabled
            ? Text($"Channels, products and people that the shop names{(options.TestOrders.FreeOrders ? ", and orders at no price" : string.Empty)}.")
            : Off,
        HygieneRule.Resellers => limits is null ? Off
            : limits.IsKnown ? Text($"Orders of more than {limits.Pieces:F0} pieces or {limits.Lines:F0} lines, and all of who mostly orders so.")
            : Text($"Too few orders to say what is usual; expected {options.Resellers.MinOrders} or more."),
        HygieneRule.ImpossibleQuantities => values is null ? Off
            : Text($"Lines of more pieces than the product's buyers could take; {values.MostOfAny:F0} for a product that is seldom bought."),
        HygieneRule.ImpossiblePrices => values is null ? Off
            : Text($"Prices more than {options.Values.PriceFactor} times what is usual, or less than that part of it; the line counts, its price does not."),
        _ => options.TakeReturnsBack ? "Returns and cancellations are taken back from their orders." : "Off: returns and cancellations do not count.",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
