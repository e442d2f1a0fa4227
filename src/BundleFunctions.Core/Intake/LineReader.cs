namespace BundleFunctions.Intake;

/// <summary>Cuts a text into lines. Blank lines are passed over; an over-long line costs itself only.</summary>
internal sealed class LineReader(Stream stream) : IRecordReader
{
    private readonly RecordBuffer _buffer = new(stream);
    private long _linesRead;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <inheritdoc/>
    public long Line => _linesRead;

    /// <inheritdoc/>
    public bool IsTooLong { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken))
        {
            if (IsTooLong || Record.Span.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the next line, blank ones too; false at the end.</summary>
    public async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        IsTooLong = false;
        var searched = 0;
        while (true)
        {
            var found = _buffer.Unread[searched..].IndexOf((byte)'\n');
            if (found >= 0)
            {
                Take(searched + found, lineEnd: 1);
                return true;
            }

            searched = _buffer.End - _buffer.Start;
            if (searched > IntakeLimits.RecordBytes)
            {
                // What was read of it is let go, and the rest of the line as it comes.
                IsTooLong = true;
                _buffer.Start = _buffer.End;
                searched = 0;
            }

            if (_buffer.IsAtEnd)
            {
                if (searched == 0 && !IsTooLong)
                {
                    return false;
                }

                Take(searched, lineEnd: 0);
                return true;
            }

            await _buffer.FillAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    private void Take(int length, int lineEnd)
    {
        _linesRead++;
        IsTooLong |= length > IntakeLimits.RecordBytes;
        Record = IsTooLong ? default : _buffer.Slice(_buffer.Start, length);
        _buffer.Start += length + lineEnd;
    }
}
