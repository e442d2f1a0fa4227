using BundleFunctions.Offers;

namespace BundleFunctions.Serving;

/// <summary>An answer to "which bundles?". All its bundles are of one generation.</summary>
/// <param name="RecommendationId">Names the answer in feedback: equal for equal questions to one generation.</param>
/// <param name="Generation">The generation that answered; null where the shop has none yet, or none could be read.</param>
/// <param name="Model">The model behind it.</param>
/// <param name="Variant">Which of several models under trial answered.</param>
/// <param name="Strategy">What gave the answer.</param>
/// <param name="Bundles">Best first.</param>
/// <param name="MissingIds">Products that were asked for and are not known.</param>
/// <param name="Stale">True where a store could not be reached and older data answered; otherwise null.</param>
/// <param name="Reason">Why the answer is less than it could be; null where it is not.</param>
/// <param name="NextCursor">Where the next page begins; null where there is none, or where the question was not about pages.</param>
public sealed record BundleAnswer(
    string RecommendationId,
    GenerationId? Generation,
    ModelId? Model,
    string Variant,
    AnswerStrategy Strategy,
    IReadOnlyList<BundleOffer> Bundles,
    IReadOnlyList<ProductId> MissingIds,
    bool? Stale = null,
    string? Reason = null,
    string? NextCursor = null);
