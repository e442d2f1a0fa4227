using BundleFunctions.Intake;

namespace BundleFunctions.Formats.Parquet;

/// <summary>Says that this build reads no Parquet of others, and what to do instead.</summary>
public sealed class ParquetRows : IParquetRows
{
    /// <inheritdoc/>
    public bool IsPresent => false;

    /// <inheritdoc/>
    public string About => NoParquet.Instance.About;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken) =>
        NoParquet.Instance.ReadAsync(content, cancellationToken);
}
