namespace BundleFunctions.Functions.Http;

/// <summary>One line of a cart.</summary>
internal sealed record CartItem
{
    public string? ProductId { get; init; }

    public int? Quantity { get; init; }
}
