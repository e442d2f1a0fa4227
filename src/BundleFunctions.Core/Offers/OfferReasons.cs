using System.Globalization;
using BundleFunctions.Associations;

namespace BundleFunctions.Offers;

/// <summary>Says in plain English why a bundle is offered, with the figures.</summary>
public static class OfferReasons
{
    /// <summary>One to three sentences.</summary>
    /// <param name="evidence">The counts.</param>
    /// <param name="anchor">The anchor's name in the sentence, such as <c>this product</c>.</param>
    /// <param name="price">What the bundle costs.</param>
    public static IReadOnlyList<string> For(Evidence evidence, string anchor, BundlePrice price)
    {
        var culture = CultureInfo.InvariantCulture;
        var reasons = new List<string>(3)
        {
            string.Create(culture, $"Bought together in {evidence.Orders:N0} of {evidence.AnchorOrders:N0} orders with {anchor}."),
        };
        if (evidence.Lift > 1)
        {
            reasons.Add(string.Create(culture, $"{evidence.Lift:0.0} times as often as chance would have it."));
        }

        if (price.DiscountPct > 0)
        {
            reasons.Add(string.Create(culture, $"{price.DiscountPct:0.#} % cheaper together."));
        }

        return reasons;
    }
}
