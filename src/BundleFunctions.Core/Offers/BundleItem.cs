namespace BundleFunctions.Offers;

/// <summary>One product of a bundle.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Role">What it is in the bundle.</param>
/// <param name="Quantity">Pieces, 1 or more.</param>
/// <param name="InCart">True where the asker's cart already holds it; only in answers to a cart.</param>
public sealed record BundleItem(ProductId ProductId, ItemRole Role, int Quantity, bool? InCart = null);
