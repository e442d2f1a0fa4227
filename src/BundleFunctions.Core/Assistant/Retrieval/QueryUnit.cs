namespace BundleFunctions.Assistant.Retrieval;

/// <summary>One thing that a question names.</summary>
/// <param name="Alternatives">The ways in which a catalogue may say it, each as words that must all be there.</param>
/// <param name="IsKnown">Whether the vocabulary knows it, and not the catalogue alone.</param>
internal sealed record QueryUnit(IReadOnlyList<string[]> Alternatives, bool IsKnown);
