namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST bundles/compose</c>.</summary>
internal sealed record ComposeBody
{
    /// <summary>The products in the order in which they were put in or looked at.</summary>
    public string?[]? ProductIds { get; init; }

    /// <summary><c>cart</c>, where all count alike (the default), or <c>session</c>, where the last counts most.</summary>
    public string? Around { get; init; }

    /// <summary>Category path in which everything added must lie.</summary>
    public string? Theme { get; init; }

    public int? MaxAdded { get; init; }

    public double? CrossCategory { get; init; }

    public double? Diversity { get; init; }

    public int? Limit { get; init; }

    public bool? Explain { get; init; }

    public bool? Decorate { get; init; }

    public bool? ValidateOnly { get; init; }
}
