using BundleFunctions.Experiments;
using BundleFunctions.Feedback;

namespace BundleFunctions.Serving.Steps;

/// <summary>An answer on its way: what could be offered, best first, before it is asked what can be sold.</summary>
/// <param name="Context">Who asks, from where, about what.</param>
/// <param name="Candidates">In the order in which they would be offered.</param>
/// <param name="Catalogue">Finds a product as it is now; null where the shop has none of that id, or where the catalogue cannot be read.</param>
public sealed record AnswerDraft(AnswerContext Context, IReadOnlyList<Candidate> Candidates, Func<ProductId, Product?> Catalogue)
{
    /// <summary>Which of several ways to answer is under trial here.</summary>
    public string Variant { get; init; } = RecommendationStamp.Champion;

    /// <summary>Rules, by name, that are in force for this asker besides those for everybody.</summary>
    public IReadOnlyList<string> ExtraRules { get; init; } = [];

    /// <summary>The two rankings that this asker compares; null where there is one.</summary>
    public Interleaving? Interleaving { get; init; }

    /// <summary>Share of the published discounts that is given, 0..1; null where nobody has said.</summary>
    public double? DiscountShare { get; init; }

    /// <summary>Probability with which the first candidate that is not pinned was put there; 1 where nothing was left to chance.</summary>
    public double Propensity { get; init; } = 1;

    /// <summary>Probability with which the share of the discounts was chosen; 1 where nothing was left to chance.</summary>
    public double DiscountPropensity { get; init; } = 1;

    /// <summary>The time bucket in which chance was drawn; 0 where nothing was left to chance.</summary>
    public long Bucket { get; init; }
}
