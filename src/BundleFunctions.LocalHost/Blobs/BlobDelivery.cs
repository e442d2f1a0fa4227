using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.Ports;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>A blob on its way to a function.</summary>
/// <param name="Function">The function.</param>
/// <param name="Blob">The blob.</param>
/// <param name="Values">The path pattern's parameters.</param>
/// <param name="ETag">The version that the failed tries saw; a newer one starts its tries anew. Null before the first try.</param>
/// <param name="FailedTries">How many tries of that version have failed.</param>
/// <param name="Forced">Whether a receipt for the version is overlooked, because someone asked for this delivery.</param>
internal sealed record BlobDelivery(
    BlobFunction Function,
    BlobName Blob,
    IReadOnlyDictionary<string, string> Values,
    string? ETag = null,
    int FailedTries = 0,
    bool Forced = false);
