using BundleFunctions.Assistant.Understanding;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>A question with all that its answer is made of, fixed at one moment.</summary>
/// <param name="Context">Who asks.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Understood">What was understood of it.</param>
/// <param name="Live">What can be sold now.</param>
/// <param name="Currency">What the shop's prices are in; null where it has none.</param>
internal sealed record AssistantTurn(
    AnswerContext Context, AssistantQuestion Question, UnderstoodQuestion Understood, LiveCatalogue Live, string? Currency)
{
    public PhraseBook Phrases => Understood.Phrases;

    /// <summary>The products that the question names or, where it names none of its own, the one that is looked at.</summary>
    public IReadOnlyList<ProductId> Named { get; } =
        Understood.Named.Count > 0 ? Understood.Named
        : Understood.Hits.Count == 0 && Question.Product is { } product && Live.Snapshot.Find(product) is not null ? [product]
        : [];

    /// <summary>Whether the question bounds the price.</summary>
    public bool HasPrice => Understood.Slots.MinPrice is not null || Understood.Slots.MaxPrice is not null;

    /// <summary>What is wanted of every bundle.</summary>
    /// <param name="limit">Most bundles.</param>
    /// <param name="level">Whether cheap or dear bundles are preferred, -1..1.</param>
    /// <param name="isBounded">Whether the question's price bounds hold.</param>
    public BundleQuery Query(int limit, double level = 0, bool isBounded = true) =>
        new(limit, 4, Explain: true)
        {
            Decorate = true,
            Phrases = Phrases,
            Refinement = new AnswerRefinement
            {
                PriceLevel = level,
                MinPrice = isBounded ? Understood.Slots.MinPrice : null,
                MaxPrice = isBounded ? Understood.Slots.MaxPrice : null,
            },
        };
}
