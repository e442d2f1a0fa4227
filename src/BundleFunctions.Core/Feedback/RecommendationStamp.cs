namespace BundleFunctions.Feedback;

/// <summary>What a recommendation id says of the answer that it names.</summary>
/// <param name="Page">The kind of question, as in <see cref="Serving.AnswerContext.Page"/>: 1..16 of a-z, 0-9 and inner hyphens.</param>
/// <param name="Generation">The generation that answered; null where there was none.</param>
/// <param name="Question">Names the question: products and limits. Equal for equal questions.</param>
public sealed record RecommendationStamp(string Page, GenerationId? Generation, string Question)
{
    /// <summary>The variant of answers that no experiment touched.</summary>
    public const string Champion = "champion";

    /// <summary>The variant of visitors who are kept out of everything, to compare with.</summary>
    public const string Holdout = "holdout";

    /// <summary><see cref="Champion"/>, <see cref="Holdout"/>, or <c>experiment:variant</c>, several with <c>+</c> between them.</summary>
    public string Variant { get; init; } = Champion;

    /// <summary>The merchandiser's rule that changed the answer; null where none did. A name that is no slug of 1..32 is written as its hash.</summary>
    public string? Rule { get; init; }

    /// <summary>Probability, above 0 and at most 1, with which the bundle that stands first was put there; kept in thousandths. 1 where
    /// nothing was left to chance.</summary>
    public double Propensity { get; init; } = 1;

    /// <summary>Share of the published discounts that the answer gave, 0..1; kept in hundredths.</summary>
    public double DiscountShare { get; init; } = 1;

    /// <summary>Probability, above 0 and at most 1, with which <see cref="DiscountShare"/> was chosen; kept in thousandths. 1 where nothing was left to
    /// chance.</summary>
    public double DiscountPropensity { get; init; } = 1;

    /// <summary>The time bucket in which chance was drawn; 0 where nothing was left to chance.</summary>
    public long Bucket { get; init; }
}
