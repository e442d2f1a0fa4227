using BundleFunctions.Intake;

namespace BundleFunctions.Privacy;

/// <summary>By what a person is known to the shop, as the shop sends it in events. Never logged and never stored as it is.</summary>
public sealed record PersonIdentifiers
{
    /// <summary>Identifiers of one request, all kinds together.</summary>
    public const int MaxCount = 100;

    public IReadOnlyList<string> UserIds { get; init; } = [];

    public IReadOnlyList<string> VisitorIds { get; init; } = [];

    public IReadOnlyList<string> SessionIds { get; init; } = [];

    /// <summary>What is wrong with them, without naming one; null where all is well.</summary>
    public string? Validate()
    {
        string?[] all = [.. UserIds, .. VisitorIds, .. SessionIds];
        return all.Length is 0 or > MaxCount ? $"Expected 1..{MaxCount} identifiers; found {all.Length}."
            : Array.Exists(all, id => !Identifier.IsOpaque(id, IntakeLimits.PersonalIdLength))
                ? $"Expected identifiers of 1..{IntakeLimits.PersonalIdLength} characters without control characters or white space at the ends."
            : null;
    }

    /// <summary>Not the identifiers: this text may end up in a log.</summary>
    public override string ToString() => $"{UserIds.Count} users, {VisitorIds.Count} visitors, {SessionIds.Count} sessions";
}
