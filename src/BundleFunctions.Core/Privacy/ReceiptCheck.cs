namespace BundleFunctions.Privacy;

/// <summary>Whether a receipt is one of ours.</summary>
/// <param name="IsValid">Whether it is, unchanged.</param>
/// <param name="Receipt">The receipt; null where it cannot be read.</param>
/// <param name="Reason">Why it is not valid; null where it is.</param>
public sealed record ReceiptCheck(bool IsValid, ErasureReceipt? Receipt, string? Reason);
