using BundleFunctions.Offers;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Ways to go on from an answer: what a button says is what is asked when it is chosen.</summary>
internal static class FollowUps
{
    /// <summary>After bundles.</summary>
    public static IReadOnlyList<AssistantFollowUp> After(Sentences say, IReadOnlyList<BundleOffer> bundles)
    {
        if (bundles.Count == 0)
        {
            return Begin(say);
        }

        var (first, anchor) = (bundles[0], bundles[0].Items[0].ProductId);
        return
        [
            new(say.Say("ask.contents"), BundleId: first.BundleId),
            new(say.Say("ask.why"), BundleId: first.BundleId),
            new(say.Say("ask.cheaper"), anchor),
            new(say.Say("ask.premium"), anchor),
        ];
    }

    /// <summary>About a product.</summary>
    public static IReadOnlyList<AssistantFollowUp> About(Sentences say, Product product) =>
    [
        new(say.Say("ask.goesWith"), product.ProductId),
        new(say.Say("ask.cheaper"), product.ProductId),
        new(say.Say("ask.premium"), product.ProductId),
    ];

    /// <summary>One for each of several products that may have been meant.</summary>
    public static IReadOnlyList<AssistantFollowUp> Which(Sentences say, AssistantIntent intent, IEnumerable<Product> products) =>
        [
            .. products.Select(product => new AssistantFollowUp(
                say.Say(intent == AssistantIntent.Price ? "ask.price" : "ask.goesWithThat", Sentences.NameOf(product)), product.ProductId)),
        ];

    /// <summary>Where nothing is known yet.</summary>
    public static IReadOnlyList<AssistantFollowUp> Begin(Sentences say) => [new(say.Say("ask.popular")), new(say.Say("ask.gift")), new(say.Say("ask.help"))];
}
