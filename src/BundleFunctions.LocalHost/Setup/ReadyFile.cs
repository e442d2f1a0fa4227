namespace BundleFunctions.LocalHost.Setup;

/// <summary>What a script needs to talk to this host.</summary>
/// <param name="Url">Where it listens.</param>
/// <param name="Shop">The shop that was set up.</param>
/// <param name="ApiKey">A key that reads.</param>
/// <param name="AdminKey">A key that administers.</param>
/// <param name="Generation">What serves; null where nothing was published yet.</param>
internal sealed record ReadyFile(Uri Url, string Shop, string ApiKey, string AdminKey, string? Generation);
