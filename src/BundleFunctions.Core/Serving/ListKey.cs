namespace BundleFunctions.Serving;

/// <summary>A list of one generation: a product's, a person's, or the home list where both are null.</summary>
internal readonly record struct ListKey(ShopId Shop, ProductId? Product, GenerationId Generation, Pseudonym? User = null);
