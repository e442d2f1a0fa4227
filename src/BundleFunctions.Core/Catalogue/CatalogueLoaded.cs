namespace BundleFunctions.Catalogue;

/// <summary>What a load made.</summary>
/// <param name="SnapshotId">The snapshot that holds its products.</param>
/// <param name="Changes">How it differs from what was current.</param>
/// <param name="Waits">Why it waits in staging; null where it is current.</param>
internal sealed record CatalogueLoaded(string SnapshotId, CatalogueChanges Changes, string? Waits);
