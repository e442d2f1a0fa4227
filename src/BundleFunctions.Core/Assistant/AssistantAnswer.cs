using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant;

/// <summary>An answer in plain language, with the bundles that it speaks of. Names no product and no price that the catalogue or the
/// generation does not have.</summary>
/// <param name="Intent">What the question was taken to want.</param>
/// <param name="Language">The answer's language: an ISO 639-1 code.</param>
/// <param name="Message">The answer for people: plain text, lines parted by line feeds.</param>
/// <param name="WordedBy">Who worded the message.</param>
/// <param name="Slots">What was understood besides.</param>
/// <param name="Bundles">What is offered, best first, in the form of every other answer, with titles, prices and reasons.</param>
/// <param name="Products">Single products that the message speaks of.</param>
/// <param name="FollowUps">Ways to go on.</param>
/// <param name="Nearest">Where no bundle is in the price range: the one that comes nearest; otherwise null.</param>
/// <param name="RecommendationId">Names the answer in feedback; null where nothing could have been recommended.</param>
/// <param name="Generation">The generation that answered; null where none did.</param>
/// <param name="Model">The model behind it.</param>
/// <param name="Variant">Which of several models under trial answered; null where no bundles were looked for.</param>
/// <param name="Strategy">What gave the bundles; null where none were looked for.</param>
/// <param name="Stale">True where a store could not be reached and older data answered; otherwise null.</param>
/// <param name="Reason">Why the answer is less than it could be; null where it is not.</param>
public sealed record AssistantAnswer(
    AssistantIntent Intent,
    string Language,
    string Message,
    AssistantWording WordedBy,
    AssistantSlots Slots,
    IReadOnlyList<BundleOffer> Bundles,
    IReadOnlyList<AssistantProduct> Products,
    IReadOnlyList<AssistantFollowUp> FollowUps,
    BundleOffer? Nearest = null,
    string? RecommendationId = null,
    GenerationId? Generation = null,
    ModelId? Model = null,
    string? Variant = null,
    AnswerStrategy? Strategy = null,
    bool? Stale = null,
    string? Reason = null);
