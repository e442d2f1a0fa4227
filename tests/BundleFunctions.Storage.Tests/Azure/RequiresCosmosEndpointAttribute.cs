using BundleFunctions.Testing;

namespace BundleFunctions.Storage.Tests;

/// <summary>On a test class: its tests need a real account, named by <c>COSMOS_ENDPOINT</c> (and <c>COSMOS_KEY</c>, or this process's identity).</summary>
internal sealed class RequiresCosmosEndpointAttribute : RequirementAttribute
{
    public static string? Endpoint => Environment.GetEnvironmentVariable("COSMOS_ENDPOINT") is { Length: > 0 } endpoint ? endpoint : null;

    public override string? SkipReason => Endpoint is null ? "COSMOS_ENDPOINT is not set." : null;
}
