namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST batch</c>.</summary>
internal sealed record BatchBody
{
    public PanelBody?[]? Panels { get; init; }

    /// <summary>Whether a bundle stands in one panel at most; true unless told otherwise.</summary>
    public bool? Distinct { get; init; }

    public bool? ValidateOnly { get; init; }
}
