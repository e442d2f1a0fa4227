using BundleFunctions.Serving;

namespace BundleFunctions.Functions.Http;

/// <summary>What a cart asks: its products, each once in the order given, and the limits of the answer.</summary>
/// <param name="Products">1..<see cref="BundleQuery.MaxCartProducts"/> different products.</param>
/// <param name="Query">The limits.</param>
/// <param name="Asker">Who asks.</param>
/// <param name="ValidateOnly">Whether the question is checked only.</param>
internal sealed record CartQuestion(IReadOnlyList<ProductId> Products, BundleQuery Query, Asker Asker = default, bool ValidateOnly = false);
