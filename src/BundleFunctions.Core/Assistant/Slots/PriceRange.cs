namespace BundleFunctions.Assistant.Slots;

/// <summary>What a shopper wants to spend.</summary>
/// <param name="Min">The least; null for any.</param>
/// <param name="Max">The most; null for any.</param>
/// <param name="Currency">ISO 4217 code; null where none was named.</param>
internal sealed record PriceRange(decimal? Min, decimal? Max, string? Currency);
