namespace BundleFunctions.Intake;

/// <summary>Stands where nothing reads Parquet.</summary>
public sealed class NoParquet : IParquetRows
{
    public static NoParquet Instance { get; } = new();

    /// <inheritdoc/>
    public bool IsPresent => false;

    /// <inheritdoc/>
    public string About =>
        "this build reads no Parquet of others: its library is on the full package feed alone. Send NDJSON or CSV, for instance by "
        + "COPY (SELECT * FROM 'file.parquet') TO 'file.ndjson' (FORMAT json) in DuckDB, or build with -p:FullFeed=true.";

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        throw new NotSupportedException(About);
}
