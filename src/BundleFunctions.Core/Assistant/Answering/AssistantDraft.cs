using BundleFunctions.Offers;
using BundleFunctions.Serving;

namespace BundleFunctions.Assistant.Answering;

/// <summary>An answer as the rules make it.</summary>
/// <param name="Lines">The message: sentences, and lines of goods that begin with a dash.</param>
internal sealed record AssistantDraft(IReadOnlyList<string> Lines)
{
    /// <summary>The bundles that are offered, with all that goes with them; null where none were looked for.</summary>
    public BundleAnswer? Bundles { get; init; }

    /// <summary>Where no bundle is in the price range: the one that comes nearest.</summary>
    public BundleOffer? Nearest { get; init; }

    /// <summary>Single products that the message speaks of.</summary>
    public IReadOnlyList<Product> Products { get; init; } = [];

    /// <summary>Ways to go on.</summary>
    public IReadOnlyList<AssistantFollowUp> FollowUps { get; init; } = [];

    /// <summary>Whether a language model may word it: not where it refuses, greets or asks back.</summary>
    public bool MayBeReworded { get; init; }
}
