namespace BundleFunctions.Catalogue;

/// <summary>A catalogue that was current once, or is; blob <c>snapshots/{shop}/versions/...json</c>.</summary>
/// <param name="Pointer">What it is.</param>
/// <param name="At">When it was made.</param>
/// <param name="Reason">Of what: a file, or an operator's command.</param>
internal sealed record CatalogueVersion(SnapshotPointer Pointer, DateTimeOffset At, string Reason);
