namespace BundleFunctions.Assistant;

/// <summary>A product that an answer speaks of, as the catalogue has it now.</summary>
/// <param name="ProductId">The product.</param>
/// <param name="Title">What the catalogue calls it.</param>
/// <param name="Price">What one piece costs.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Available">Whether it can be bought now.</param>
public sealed record AssistantProduct(ProductId ProductId, string Title, decimal Price, string Currency, bool Available);
