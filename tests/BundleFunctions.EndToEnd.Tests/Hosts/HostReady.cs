namespace BundleFunctions.EndToEnd.Tests.Hosts;

/// <summary>What the local host writes into its ready file.</summary>
internal sealed record HostReady(Uri Url, string Shop, string? ApiKey, string? AdminKey, string? Generation);
