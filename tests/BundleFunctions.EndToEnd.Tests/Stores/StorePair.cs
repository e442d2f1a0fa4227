using BundleFunctions.Ports;

namespace BundleFunctions.EndToEnd.Tests.Stores;

/// <summary>A pair of stores that a host is started on, seen from the test as well.</summary>
internal sealed record StorePair(IBlobStore Blobs, IDocumentStore Documents, IReadOnlyDictionary<string, string> Environment);
