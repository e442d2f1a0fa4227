namespace BundleFunctions.Serving;

/// <summary>A list of one generation; the home list where the product is null.</summary>
internal readonly record struct ListKey(ShopId Shop, ProductId? Product, GenerationId Generation);
