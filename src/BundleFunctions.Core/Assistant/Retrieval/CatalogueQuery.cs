namespace BundleFunctions.Assistant.Retrieval;

/// <summary>What of a question can be looked for in a catalogue.</summary>
/// <param name="Units">The things that it names, in their order.</param>
/// <param name="Occasion">The occasion that it names; null where it names none.</param>
internal sealed record CatalogueQuery(IReadOnlyList<QueryUnit> Units, string? Occasion);
