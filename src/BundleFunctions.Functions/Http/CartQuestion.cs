using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>What a cart asks: its products, each once in the order given, and the limits of the answer.</summary>
/// <param name="Products">1..<see cref="BundleQuery.MaxCartProducts"/> different products.</param>
/// <param name="Query">The limits.</param>
internal sealed record CartQuestion(IReadOnlyList<ProductId> Products, BundleQuery Query);
