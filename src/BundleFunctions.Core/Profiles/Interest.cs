namespace BundleFunctions.Profiles;

/// <summary>How much of somebody's interest is in something.</summary>
/// <param name="Name">A category path or a brand.</param>
/// <param name="Share">0..1.</param>
public sealed record Interest(string Name, double Share);
