namespace BundleFunctions.Serving;

/// <summary>One store.</summary>
/// <param name="Store"><c>blobs</c> or <c>documents</c>.</param>
/// <param name="Status">Healthy where it answered in time.</param>
/// <param name="Fault">What it did instead; null where it answered.</param>
public sealed record StoreHealth(string Store, HealthStatus Status, string? Fault);
