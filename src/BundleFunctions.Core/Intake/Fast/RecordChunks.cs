namespace BundleFunctions.Intake.Fast;

/// <summary>Puts records that another reader cuts into chunks.</summary>
internal sealed class RecordChunks(IRecordReader records) : IChunkSource
{
    private bool _isAtEnd;

    /// <inheritdoc/>
    public async ValueTask<bool> FillAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        chunk.Length = 0;
        var found = chunk.Records = [];
        while (chunk.Length < Chunk.ReadBytes / 2 && !_isAtEnd)
        {
            _isAtEnd = !await records.ReadAsync(cancellationToken);
            if (_isAtEnd)
            {
                break;
            }

            var record = records.Record;
            found.Add(new ChunkRecord(chunk.Length, record.Length, records.Line, records.IsTooLong));
            chunk.EnsureCapacity(chunk.Length + record.Length + 1);
            record.CopyTo(chunk.Free);
            chunk.Length += record.Length + 1;
            chunk.Text[^1] = (byte)'\n';
        }

        chunk.Seal();
        return found.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => records.Dispose();
}
