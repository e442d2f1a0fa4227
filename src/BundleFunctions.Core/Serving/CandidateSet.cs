using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>One way to answer: candidates of one generation, and what the answer must say of them.</summary>
/// <param name="Strategy">What gave them.</param>
/// <param name="Generation">Their generation.</param>
/// <param name="Candidates">In the order in which they would be offered.</param>
/// <param name="IsAboutProduct">Whether they are the bundles of the page's one product.</param>
/// <param name="Missing">Products that were asked for and are not known.</param>
/// <param name="Stale">Whether a store failed, and something older or lesser had to do.</param>
/// <param name="Reason">Why this is less than it could be; null where it is not.</param>
internal sealed record CandidateSet(
    AnswerStrategy Strategy,
    GenerationInfo Generation,
    IReadOnlyList<Candidate> Candidates,
    bool IsAboutProduct,
    IReadOnlyList<ProductId> Missing,
    bool Stale = false,
    string? Reason = null)
{
    /// <summary>Candidates of a published list, pins of the shop's settings first as they stand.</summary>
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<PublishedBundle>? bundles) =>
        bundles is null ? [] : [.. bundles.Select(bundle => new Candidate(bundle, bundle.Score))];
}
