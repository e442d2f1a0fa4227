namespace BundleFunctions.Serving.Rules;

/// <summary>In which answers a rule works; an empty list is all of them.</summary>
public sealed record RuleScope
{
    private static readonly string[] KnownPages =
        [AnswerPages.Product, AnswerPages.Cart, AnswerPages.User, AnswerPages.Session, AnswerPages.Home, AnswerPages.Search,
            AnswerPages.Assistant];

    /// <summary>Kinds of question, of <see cref="AnswerPages"/>.</summary>
    public IReadOnlyList<string> Pages { get; init => field = value ?? []; } = [];

    /// <summary>Sales channels, as requests name them.</summary>
    public IReadOnlyList<string> Channels { get; init => field = value ?? []; } = [];

    /// <summary>Groups of customers, as requests name them.</summary>
    public IReadOnlyList<string> Segments { get; init => field = value ?? []; } = [];

    /// <summary>Whether the rule works in an answer.</summary>
    public bool Holds(AnswerContext context) =>
        Holds(Pages, context.Page) && Holds(Channels, context.Channel) && Holds(Segments, context.Segment);

    /// <summary>What is wrong with the scope, in words; null where it is well.</summary>
    public string? Validate() =>
        Pages.FirstOrDefault(page => !KnownPages.Contains(page, StringComparer.Ordinal)) is { } page
            ? $"context.pages has '{page}'; expected {string.Join(", ", KnownPages)}."
        : Channels.Concat(Segments).Any(text => string.IsNullOrWhiteSpace(text) || text.Length > 100) || Channels.Count + Segments.Count > RuleSet.MaxEntries
            ? $"context has a channel or segment that is not 1..100 characters, or more than {RuleSet.MaxEntries} of them."
        : null;

    private static bool Holds(IReadOnlyList<string> wanted, string? found) =>
        wanted.Count == 0 || (found is not null && wanted.Contains(found, StringComparer.Ordinal));
}
