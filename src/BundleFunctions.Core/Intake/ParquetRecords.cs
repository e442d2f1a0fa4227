namespace BundleFunctions.Intake;

/// <summary>Gives the rows of a Parquet file as records; a row's line is its place, from 1.</summary>
internal sealed class ParquetRecords(IParquetRows parquet, Stream content) : IRecordReader
{
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? _rows;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <inheritdoc/>
    public long Line { get; private set; }

    /// <inheritdoc/>
    public bool IsTooLong { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!parquet.IsPresent)
        {
            throw new RawFileException(RejectCodes.ParquetNotSupported, $"Expected NDJSON, a JSON array or CSV; found Parquet, and {parquet.About}");
        }

        try
        {
            _rows ??= parquet.ReadAsync(content, cancellationToken).GetAsyncEnumerator(cancellationToken);
            if (!await _rows.MoveNextAsync())
            {
                await _rows.DisposeAsync();
                return false;
            }
        }
        catch (InvalidDataException e)
        {
            throw new RawFileException(RejectCodes.ParquetCorrupt, $"Expected whole Parquet: {e.Message}", Line + 1);
        }

        Line++;
        IsTooLong = _rows.Current.Length > IntakeLimits.RecordBytes;
        Record = IsTooLong ? default : _rows.Current;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
