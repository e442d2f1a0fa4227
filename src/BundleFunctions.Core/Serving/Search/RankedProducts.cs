namespace BundleFunctions.Serving.Search;

/// <summary>Search results in a new order.</summary>
/// <param name="RecommendationId">Names the answer in feedback.</param>
/// <param name="Generation">The generation whose counts were used; null where there is none, or none could be read.</param>
/// <param name="Model">The model behind it.</param>
/// <param name="Strategy">Personal where a session had a say.</param>
/// <param name="Products">All that were given, best first; what cannot be sold comes last.</param>
/// <param name="MissingIds">Products that the catalogue does not know; they keep the places that their order gives them.</param>
/// <param name="Stale">True where a store could not be reached; otherwise null.</param>
/// <param name="Reason">Why the order is less than it could be; null where it is not.</param>
public sealed record RankedProducts(
    string RecommendationId,
    GenerationId? Generation,
    ModelId? Model,
    AnswerStrategy Strategy,
    IReadOnlyList<RankedProduct> Products,
    IReadOnlyList<ProductId> MissingIds,
    bool? Stale = null,
    string? Reason = null);
