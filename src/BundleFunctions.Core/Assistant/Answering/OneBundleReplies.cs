using BundleFunctions.Assistant.Text;
using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>Replies about one bundle: what it holds, why it is offered.</summary>
internal sealed class OneBundleReplies(BundleFinder finder)
{
    public async Task<AssistantDraft> ReplyAsync(AssistantTurn turn, CancellationToken cancellationToken)
    {
        var say = new Sentences(turn.Phrases);
        var answer = turn.Question.Bundle is { } bundle ? await finder.OneAsync(turn, bundle, cancellationToken)
            : turn.Named.Count > 0 ? await finder.OfAsync(turn, turn.Named, turn.Query(1, isBounded: false), cancellationToken)
            : null;
        if (answer is null || (turn.Question.Bundle is null && answer.Strategy == AnswerStrategy.Popular))
        {
            return new AssistantDraft([say.Say("askBundle")]) { FollowUps = FollowUps.Begin(say) };
        }

        if (answer.Bundles is not [var offer, ..])
        {
            return new AssistantDraft([say.Say("noLonger")]) { Bundles = answer, FollowUps = FollowUps.Begin(say) };
        }

        var lines = turn.Understood.Intent == AssistantIntent.Why ? WhyOf(turn, say, offer) : ContentsOf(say, offer);
        return new AssistantDraft(lines)
        {
            Bundles = answer with { Bundles = [offer], NextCursor = null },
            FollowUps = FollowUps.After(say, [offer]),
            MayBeReworded = true,
        };
    }

    private static List<string> ContentsOf(Sentences say, BundleOffer offer) =>
    [
        say.Say("contents"),
        .. offer.Items.Select(item => item.Price is { } price ? say.Say("line", say.NameOf(item), say.Money(price, offer.Price.Currency)) : $"- {say.NameOf(item)}"),
        say.Say("together", say.Money(offer.Price.Offer, offer.Price.Currency)),
    ];

    private static List<string> WhyOf(AssistantTurn turn, Sentences say, BundleOffer offer) =>
        [say.Say("because", say.NameOf(offer)), .. ReasonsOf(turn, offer).Select(reason => $"- {reason}")];

    // The same reasons that the offer gives, but with the product's name in them.
    private static IReadOnlyList<string> ReasonsOf(AssistantTurn turn, BundleOffer offer)
    {
        if (offer.Evidence is not { } evidence)
        {
            return offer.Reasons ?? [];
        }

        var reasons = (offer.Reasons ?? []).ToArray();
        if (reasons.Length > 0)
        {
            reasons[0] = turn.Phrases.Say("together", evidence.Orders, evidence.AnchorOrders, ShownText.Of(offer.Items[0].Title ?? offer.Items[0].ProductId.Value));
        }

        return reasons;
    }
}
