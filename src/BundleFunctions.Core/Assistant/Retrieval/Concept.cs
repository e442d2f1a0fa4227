namespace BundleFunctions.Assistant.Retrieval;

/// <summary>What a word of the vocabulary means.</summary>
/// <param name="Find">What to look for in a catalogue, each as its words; empty for words that only fill a sentence, and for occasions that name no goods.</param>
/// <param name="Occasion">The occasion's name; null where it is none.</param>
internal sealed record Concept(IReadOnlyList<string[]> Find, string? Occasion = null)
{
    /// <summary>What is said by words that only fill a sentence: nothing.</summary>
    public static Concept Filler { get; } = new([]);
}
