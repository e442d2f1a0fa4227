using BundleFunctions.Associations;
using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Offers;

/// <summary>Says in plain words why a bundle is offered, with the figures.</summary>
public static class OfferReasons
{
    /// <summary>One to three sentences in English.</summary>
    /// <inheritdoc cref="For(Evidence, string, BundlePrice, PhraseBook)"/>
    public static IReadOnlyList<string> For(Evidence evidence, string anchor, BundlePrice price) =>
        For(evidence, anchor, price, PhraseBook.English);

    /// <summary>One to three sentences.</summary>
    /// <param name="evidence">The counts.</param>
    /// <param name="anchor">The anchor's name in the sentence, such as <c>this product</c>.</param>
    /// <param name="price">What the bundle costs.</param>
    /// <param name="phrases">The language.</param>
    public static IReadOnlyList<string> For(Evidence evidence, string anchor, BundlePrice price, PhraseBook phrases)
    {
        var reasons = new List<string>(3)
        {
            evidence.Orders == 0 ? phrases.Say("chosen") : phrases.Say("together", evidence.Orders, evidence.AnchorOrders, anchor),
        };
        if (evidence.Lift > 1)
        {
            reasons.Add(phrases.Say("chance", evidence.Lift));
        }

        if (price.DiscountPct > 0)
        {
            reasons.Add(phrases.Say("cheaper", price.DiscountPct));
        }

        return reasons;
    }
}
