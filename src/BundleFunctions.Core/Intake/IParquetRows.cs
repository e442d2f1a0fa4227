namespace BundleFunctions.Intake;

/// <summary>Reads other people's Parquet row by row. Which library does it, or that none is here, is the adapter's business.</summary>
public interface IParquetRows
{
    /// <summary>Whether Parquet can be read.</summary>
    bool IsPresent { get; }

    /// <summary>What reads it; where nothing does, why, and what to do instead.</summary>
    string About { get; }

    /// <summary>Reads rows, each as one JSON object in UTF-8 whose properties are the columns: structures are objects, lists arrays, times RFC 3339.</summary>
    /// <param name="content">The file's bytes, read forwards only.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken);
}
