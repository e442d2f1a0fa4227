using BundleFunctions.Security;

namespace BundleFunctions.Serving;

/// <summary>Who asks, from where and when: what rules and experiments may look at, and nothing else of the request.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Page">The kind of question: one of <see cref="AnswerPages"/>.</param>
/// <param name="At">When it is asked.</param>
public sealed record AnswerContext(ShopId Shop, string Page, DateTimeOffset At)
{
    /// <summary>The device or browser; null where it was not told, or where the asker does not consent to being told apart.</summary>
    public Pseudonym? Visitor { get; init; }

    /// <summary>The signed-in person; null under the same conditions.</summary>
    public Pseudonym? User { get; init; }

    /// <summary>The visit; null under the same conditions.</summary>
    public Pseudonym? Session { get; init; }

    /// <summary>Older names of visitor, user and session, where the deployment's keys were changed.</summary>
    public PseudonymAliases? Aliases { get; init; }

    /// <summary>The sales channel as the shop names it.</summary>
    public string? Channel { get; init; }

    /// <summary>The group of customers as the shop names it.</summary>
    public string? Segment { get; init; }

    /// <summary>The products that the question is about: the page's product, the cart's; empty for the home page.</summary>
    public IReadOnlyList<ProductId> Products { get; init; } = [];

    /// <summary>What is in the asker's cart, where the question is not about the cart itself; null where that is not told.</summary>
    public IReadOnlySet<ProductId>? Cart { get; init; }

    /// <summary>All names of one of them, the newest first.</summary>
    public IReadOnlyList<Pseudonym> NamesOf(Pseudonym actor) => Aliases?.NamesOf(actor) ?? [actor];
}
