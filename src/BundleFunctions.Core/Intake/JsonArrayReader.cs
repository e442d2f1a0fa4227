namespace BundleFunctions.Intake;

/// <summary>Cuts a JSON array into its elements without reading it whole. It only follows strings and brackets; whether an element
/// is right is its parser's business, so a bad one costs itself only. An array whose brackets do not close is broken as a whole, and so is
/// one in which a quote is missing or too many and no line end says where the next element starts: the rest of the line cannot be told apart.</summary>
internal sealed class JsonArrayReader(Stream stream) : IRecordReader
{
    private readonly RecordBuffer _buffer = new(stream);
    private long _line = 1;
    private bool _opened;
    private bool _closed;
    private int _depth;
    private bool _inString;
    private bool _escaped;

    // The last byte outside of strings that is no white space, a quote standing for a whole string; 0 at an element's start.
    private byte _previous;
    private bool _isTorn;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <inheritdoc/>
    public long Line { get; private set; } = 1;

    /// <inheritdoc/>
    public bool IsTooLong { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!SkipToElement())
        {
            if (_buffer.IsAtEnd)
            {
                return _closed ? false : throw Broken("the array does not end");
            }

            await _buffer.FillAsync(cancellationToken);
        }

        Line = _line;
        IsTooLong = false;
        _previous = 0;
        var scanned = 0;
        while (!ScanElement(ref scanned))
        {
            if (_buffer.IsAtEnd)
            {
                throw Broken("an element does not end");
            }

            if (scanned > IntakeLimits.RecordBytes)
            {
                IsTooLong = true;
                _buffer.Start = _buffer.End;
                scanned = 0;
            }

            await _buffer.FillAsync(cancellationToken);
        }

        IsTooLong |= scanned > IntakeLimits.RecordBytes;
        Record = IsTooLong ? default : _buffer.Slice(_buffer.Start, scanned);
        _buffer.Start += scanned;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _buffer.Dispose();

    // Past white space, commas and the array's own brackets; false where more has to be read.
    private bool SkipToElement()
    {
        foreach (var b in _buffer.Unread)
        {
            switch (b)
            {
                case (byte)'\n':
                    _line++;
                    _isTorn = false;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    break;
                case (byte)',' when _opened && !_closed:
                    break;
                case var _ when _isTorn:
                    throw Broken("a quote is missing or too many, and no line end follows that element");
                case (byte)'[' when !_opened:
                    _opened = true;
                    break;
                case (byte)']' when _opened && !_closed:
                    _closed = true;
                    break;
                case (byte)'}':
                    throw Broken("a brace closes nothing");
                default:
                    return _closed ? throw Broken("something follows the array") : true;
            }

            _buffer.Start++;
        }

        return false;
    }

    // To the end of the element that starts at the buffer's start; false where more has to be read.
    private bool ScanElement(ref int scanned)
    {
        var unread = _buffer.Unread;
        for (; scanned < unread.Length; scanned++)
        {
            var b = unread[scanned];
            if (b == '\n')
            {
                // No JSON string holds a raw line end: one that is open here was never closed. Nor does an element without brackets.
                _inString = _escaped = false;
                if (_depth == 0)
                {
                    return true;
                }

                _line++;
                continue;
            }

            if (_inString)
            {
                _inString = _escaped || b != '"';
                _escaped = !_escaped && b == '\\';
            }
            else if (b is (byte)' ' or (byte)'\t' or (byte)'\r')
            {
                continue;
            }
            else if (b is (byte)'}' or (byte)']' or (byte)',' && _depth == 0)
            {
                return true;
            }
            else if (b is (byte)'}' or (byte)']')
            {
                if (--_depth == 0)
                {
                    scanned++;
                    return true;
                }
            }
            else
            {
                _isTorn |= b == '"' ? !"\0{[,:"u8.Contains(_previous) : _previous == '"' && b is not ((byte)',' or (byte)':');
                _depth += b is (byte)'{' or (byte)'[' ? 1 : 0;
                _inString = b == '"';
            }

            // Within a string too: only what comes after it is looked at.
            _previous = b;
        }

        return false;
    }

    private RawFileException Broken(string what) => new(
        RejectCodes.JsonArrayBroken,
        $"Expected one JSON array; {what}. Files with one object on each line lose only the broken line.",
        Line);
}
