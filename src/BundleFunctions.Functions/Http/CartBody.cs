namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST carts/bundles</c>.</summary>
internal sealed record CartBody : QuestionBody
{
    public CartItem?[]? Items { get; init; }

    /// <summary>Whether the body is checked only.</summary>
    public bool? ValidateOnly { get; init; }
}
