namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST search/rerank</c>.</summary>
internal sealed record RerankBody
{
    /// <summary>What was searched for; kept for nothing but the shop's own order.</summary>
    public string? Query { get; init; }

    public string?[]? ProductIds { get; init; }

    public string? VisitorId { get; init; }

    public string? UserId { get; init; }

    public string? SessionId { get; init; }

    public bool? ValidateOnly { get; init; }
}
