namespace BundleFunctions.Serving.Steps;

/// <summary>An answer on its way: what could be offered, best first, before it is asked what can be sold.</summary>
/// <param name="Context">Who asks, from where, about what.</param>
/// <param name="Candidates">In the order in which they would be offered.</param>
/// <param name="Catalogue">Finds a product as it is now; null where the shop has none of that id, or where the catalogue cannot be read.</param>
public sealed record AnswerDraft(AnswerContext Context, IReadOnlyList<Candidate> Candidates, Func<ProductId, Product?> Catalogue)
{
    /// <summary>Which of several ways to answer is under trial here.</summary>
    public string Variant { get; init; } = "champion";
}
