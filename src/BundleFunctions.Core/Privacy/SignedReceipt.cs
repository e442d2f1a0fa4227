namespace BundleFunctions.Privacy;

/// <summary>A receipt and its proof.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Algorithm"><c>HMAC-SHA256</c>.</param>
/// <param name="Signature">Over the receipt's JSON as this product writes it, by the shop's key; lower-case hexadecimal.</param>
public sealed record SignedReceipt(ErasureReceipt Receipt, string Algorithm, string Signature);
