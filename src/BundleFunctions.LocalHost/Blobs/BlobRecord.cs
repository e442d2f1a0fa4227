namespace BundleFunctions.LocalHost.Blobs;

/// <summary>What became of one version of a blob at one function: a receipt, or with <paramref name="Error"/> a poison record.</summary>
/// <param name="Function">The function.</param>
/// <param name="Blob">The blob's container and path.</param>
/// <param name="ETag">The version.</param>
/// <param name="At">When it was settled.</param>
/// <param name="Tries">How many tries it took.</param>
/// <param name="Error">What the last try threw; null where it succeeded.</param>
public sealed record BlobRecord(string Function, string Blob, string ETag, DateTimeOffset At, int Tries, string? Error);
