namespace BundleFunctions.Operations.Migration;

/// <summary>What a migration of one shop found and did.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Found">What was found before anything was done.</param>
/// <param name="Upgraded">Names of the formats that were brought to this program's version.</param>
/// <param name="Fault">Why it stopped; null where nothing old is left.</param>
public sealed record MigrationReport(ShopId Shop, IReadOnlyList<FormatState> Found, IReadOnlyList<string> Upgraded, string? Fault = null);
