namespace BundleFunctions.Offers;

/// <summary>One product of a bundle.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Role">What it is in the bundle.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
/// <param name="InCart">True where the asker's cart already holds it; only in answers to a cart.</param>
/// <param name="Title">What the catalogue calls it; only where the asker wants decoration.</param>
/// <param name="Price">What one piece costs by itself, in the bundle's currency; under the same condition.</param>
/// <param name="ImageUrl">Its picture; under the same condition, and null where it has none.</param>
public sealed record BundleItem(
    ProductId ProductId,
    ItemRole Role,
    int Quantity,
    bool? InCart = null,
    string? Title = null,
    decimal? Price = null,
    string? ImageUrl = null);
