namespace BundleFunctions.Assistant;

/// <summary>What a shop sets for its assistant.</summary>
public sealed record AssistantShopOptions
{
    /// <summary>Most terms of a shop.</summary>
    public const int MaxTerms = 2000;

    /// <summary>Whether the shop has an assistant.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Words beside those that every shop has; a word of the shop's stands before the same word of all.</summary>
    public IReadOnlyList<AssistantTerm> Terms { get; init => field = value ?? []; } = [];

    /// <summary>The first setting that is out of its range, in words; null where all are well.</summary>
    public string? Validate() =>
        Terms.Count > MaxTerms ? $"assistant.terms has {Terms.Count} terms; expected {MaxTerms} or less."
        : Terms.Select(term => term.Validate()).FirstOrDefault(fault => fault is not null) is { } fault ? $"assistant.terms: {fault}"
        : null;
}
