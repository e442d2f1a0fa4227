using BundleFunctions.Publishing;

namespace BundleFunctions.Serving;

/// <summary>A published bundle on its way into an answer: rules and experiments reorder candidates before offers are made of them.</summary>
/// <param name="Bundle">As published.</param>
/// <param name="Score">What it is ordered by, the higher the better; begins as the published score.</param>
public sealed record Candidate(PublishedBundle Bundle, double Score)
{
    /// <summary>Stands before all that are not pinned, whatever the scores; among pins the order given counts.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The merchandiser's rule that put it where it is; null where none did.</summary>
    public string? Rule { get; init; }
}
