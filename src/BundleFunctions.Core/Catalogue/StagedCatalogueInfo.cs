namespace BundleFunctions.Catalogue;

/// <summary>What waits in staging.</summary>
/// <param name="SnapshotId">Names its products.</param>
/// <param name="At">When it was staged last.</param>
/// <param name="Reason">Of what file, and why it waits.</param>
/// <param name="Changes">What promoting it would change.</param>
public sealed record StagedCatalogueInfo(string SnapshotId, DateTimeOffset At, string Reason, CatalogueChanges Changes);
