namespace BundleFunctions.Lake.Parquet;

/// <summary>Rows that lie together in a file.</summary>
internal sealed record RowGroup(long Rows, IReadOnlyList<ColumnChunk> Chunks);
