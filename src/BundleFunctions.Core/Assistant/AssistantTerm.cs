namespace BundleFunctions.Assistant;

/// <summary>Words of a shop that mean the same, in whatever languages, so that a question in one finds a catalogue in another.</summary>
public sealed record AssistantTerm
{
    /// <summary>What shoppers say, such as <c>sneakers</c> and <c>运动鞋</c>; 1..20 texts of 1..60 characters.</summary>
    public IReadOnlyList<string> Words { get; init => field = value ?? []; } = [];

    /// <summary>What the catalogue says; the words themselves where it is empty.</summary>
    public IReadOnlyList<string> Find { get; init => field = value ?? []; } = [];

    /// <summary>What is wrong with the term, in words; null where it is well.</summary>
    public string? Validate() =>
        Words.Count is < 1 or > 20 || Find.Count > 20 ? "a term has no words or more than 20."
        : Words.Concat(Find).FirstOrDefault(word => string.IsNullOrWhiteSpace(word) || word.Length > 60) is { } word ? $"'{word}' is not 1..60 characters."
        : null;
}
