using BundleFunctions.Storage.Azure;
using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

internal static class CosmosTestOptions
{
    public static CosmosDocumentOptions For(CosmosStandIn cosmos) =>
        new() { Endpoint = cosmos.Endpoint, Key = CosmosStandIn.Key, Gateway = true, CreateIfMissing = true };
}
