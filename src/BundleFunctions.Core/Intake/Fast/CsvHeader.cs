using System.Text;

namespace BundleFunctions.Intake.Fast;

/// <summary>Takes the header row off the first chunk of CSV, and puts it before what is left to other readers.</summary>
internal sealed class CsvHeader(CsvChunks chunks, byte separator) : IChunkSource
{
    private readonly Chunk _first = new();
    private byte[] _row = [];
    private bool _isFirst;

    /// <summary>The columns; null where the file is empty, or its first rows are left to others.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await chunks.FillAsync(_first, cancellationToken))
        {
            TakeRow();
            if (_row.Length > 0)
            {
                _isFirst = true;
                return Split();
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public ValueTask<bool> FillAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        if (!_isFirst)
        {
            return chunks.FillAsync(chunk, cancellationToken);
        }

        _isFirst = false;
        chunk.CopyFrom(_first);
        return ValueTask.FromResult(true);
    }

    /// <summary>The header, where it was read, and then the rest.</summary>
    public Stream Before(Stream rest) => _row.Length == 0 ? rest : new CountingStream((byte[])[.. _row, (byte)'\n'], rest);

    /// <summary>The records of that text with the lines of the file.</summary>
    /// <param name="records">The records.</param>
    /// <param name="line">1-based line on which the rest starts.</param>
    public IAsyncEnumerable<ParsedRecord> After(IAsyncEnumerable<ParsedRecord> records, long line) =>
        records.Select(record => record with { Line = record.Line + line - (_row.Length == 0 ? 1 : 2) });

    /// <inheritdoc/>
    public void Dispose() => chunks.Dispose();

    private void TakeRow()
    {
        var start = 0;
        while (_row.Length == 0 && start < _first.Length)
        {
            var length = _first.Text[start..].IndexOf((byte)'\n');
            length = length < 0 ? _first.Length - start : length;
            _row = _first.Text.Slice(start, length).TrimEnd((byte)'\r').ToArray();
            start = Math.Min(start + length + 1, _first.Length);
            _first.FirstLine++;
        }

        _first.Skip(start);
    }

    private string[] Split()
    {
        var padded = new byte[_row.Length + JsonText.Padding];
        _row.CopyTo(padded, 0);
        var fields = new JsonValue[_row.Length + 1];
        var count = CsvChunks.Split(padded, 0, _row.Length, separator, fields);
        return [.. fields.Take(count).Select(field => Encoding.UTF8.GetString(_row, field.Start, field.Length))];
    }
}
