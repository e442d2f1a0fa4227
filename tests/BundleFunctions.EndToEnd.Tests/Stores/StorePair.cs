using BundleFunctions.Ports;

namespace BundleFunctions.EndToEnd.Tests.Stores;

/// <summary>The stores that a host is started on.</summary>
/// <param name="Blobs">Its blobs, as the test sees them.</param>
/// <param name="Environment">The settings that lead the host to its stores.</param>
internal sealed record StorePair(IBlobStore Blobs, IReadOnlyDictionary<string, string> Environment);
