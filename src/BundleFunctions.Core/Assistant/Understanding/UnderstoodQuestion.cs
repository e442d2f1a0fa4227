using BundleFunctions.Assistant.Retrieval;
using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>A question as far as it was understood.</summary>
/// <param name="Intent">What is wanted.</param>
/// <param name="Phrases">The language to answer in.</param>
/// <param name="Slots">What it names.</param>
/// <param name="Named">The products that it names, best match first.</param>
/// <param name="Hits">All products that have something of what it names, best first.</param>
/// <param name="NamesGoods">Whether it names goods at all, sold here or not.</param>
internal sealed record UnderstoodQuestion(
    AssistantIntent Intent,
    PhraseBook Phrases,
    AssistantSlots Slots,
    IReadOnlyList<ProductId> Named,
    IReadOnlyList<ProductHit> Hits,
    bool NamesGoods)
{
    /// <summary>Whether even the best product found has not all of what was named.</summary>
    public bool IsPartly { get; init; }

    /// <summary>What each part of a comparison names; empty where there are none.</summary>
    public IReadOnlyList<ProductId> Compared { get; init; } = [];
}
