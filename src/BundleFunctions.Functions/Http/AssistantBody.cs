namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST assistant</c>.</summary>
internal sealed record AssistantBody
{
    /// <summary>What the shopper wrote.</summary>
    public string? Message { get; init; }

    /// <summary>What is in the cart.</summary>
    public CartItem?[]? Cart { get; init; }

    /// <summary>The product that is looked at.</summary>
    public string? ProductId { get; init; }

    /// <summary>The bundle that is looked at.</summary>
    public string? BundleId { get; init; }

    public int? MaxBundles { get; init; }

    public string? VisitorId { get; init; }

    public string? UserId { get; init; }

    public string? SessionId { get; init; }

    public string? Channel { get; init; }

    public string? Segment { get; init; }

    public bool? ValidateOnly { get; init; }
}
