namespace BundleFunctions.Catalogue;

/// <summary>Names a shop's current snapshot; blob <c>snapshots/{shop}/current.json</c>, replaced with If-Match.</summary>
/// <param name="SnapshotId">Names <c>snapshots/{shop}/{snapshotId}.ndjson.gz</c>.</param>
/// <param name="IsDerived">Whether it was made from events; a catalogue that the shop gives always wins over it.</param>
/// <param name="Products">How many products it holds.</param>
/// <param name="SourcesId">Names <c>snapshots/{shop}/sources/{sourcesId}.json</c>; null where it is derived.</param>
/// <param name="Floor">The newest full load: what older files said counts no more; null where there was none.</param>
internal sealed record SnapshotPointer(string SnapshotId, bool IsDerived, int Products, string? SourcesId, ProductSource? Floor = null);
