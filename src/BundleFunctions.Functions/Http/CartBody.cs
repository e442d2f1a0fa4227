namespace BundleFunctions.Functions.Http;

/// <summary>The body of <c>POST carts/bundles</c>.</summary>
internal sealed record CartBody
{
    public CartItem?[]? Items { get; init; }

    public int? Limit { get; init; }

    public int? MaxItems { get; init; }

    public bool? Explain { get; init; }
}
