using BundleFunctions.Privacy;

namespace BundleFunctions.Functions.Http;

/// <summary>The body of every route below <c>privacy</c> that is about a person: identifiers never stand in an address.</summary>
internal sealed record PersonBody
{
    public string[]? UserIds { get; init; }

    public string[]? VisitorIds { get; init; }

    public string[]? SessionIds { get; init; }

    /// <summary>Erasures: what becomes of raw files, <c>rewrite</c> or <c>keep</c>.</summary>
    public string? RawFiles { get; init; }

    /// <summary>Opt-outs: whether the person opts out.</summary>
    public bool? OptedOut { get; init; }

    public PersonIdentifiers Identifiers => new() { UserIds = UserIds ?? [], VisitorIds = VisitorIds ?? [], SessionIds = SessionIds ?? [] };
}
