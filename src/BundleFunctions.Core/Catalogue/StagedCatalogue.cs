namespace BundleFunctions.Catalogue;

/// <summary>A catalogue that waits to be promoted; blob <c>snapshots/{shop}/staged.json</c>.</summary>
/// <param name="Pointer">What it is.</param>
/// <param name="At">When it was staged.</param>
/// <param name="Reason">Of what file, and why it waits.</param>
internal sealed record StagedCatalogue(SnapshotPointer Pointer, DateTimeOffset At, string Reason);
