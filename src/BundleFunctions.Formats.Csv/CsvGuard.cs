using System.Buffers;
using BundleFunctions.Intake;

namespace BundleFunctions.Formats.Csv;

/// <summary>Gives CSV through, without what would cost a parser more than one row: a line over the limit, and a quote that nobody
/// closes. Such a line is given as a blank one, so that the lines after it keep their numbers, and is told of as a fault.</summary>
internal sealed class CsvGuard(Stream inner, char separator, Action<CsvRow> onFault) : ForwardStream
{
    // A quoted field may have line breaks; more than this many, and its quote is taken for a stray one.
    private const int MaxLinesOfRecord = 100;
    private const int ReadBytes = 64 * 1024;

    private readonly CsvQuotes _quotes = new(separator);
    private readonly ArrayBufferWriter<byte> _ready = new(ReadBytes);
    private byte[] _raw = new byte[ReadBytes];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private bool _isInLongLine;
    private int _given;
    private long _line = 1;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_given == _ready.WrittenCount)
        {
            _ready.ResetWrittenCount();
            _given = 0;
            while (_start < _end && TakeRecord())
            {
            }

            if (_ready.WrittenCount == 0 && !await FillAsync(cancellationToken))
            {
                return 0;
            }
        }

        var length = Math.Min(buffer.Length, _ready.WrittenCount - _given);
        _ready.WrittenMemory.Slice(_given, length).CopyTo(buffer);
        _given += length;
        return length;
    }

    // Gives or drops what stands at the start; false where more has to be read first.
    private bool TakeRecord()
    {
        if (_isInLongLine)
        {
            return EndLongLine();
        }

        var isOpen = false;
        var firstLineEnd = 0;
        var at = _start;
        for (var lines = 1; lines <= MaxLinesOfRecord; lines++)
        {
            var found = _raw.AsSpan(at, _end - at).IndexOf((byte)'\n');
            if (found < 0 && !_isAtEnd)
            {
                return _end - _start > IntakeLimits.RecordBytes && DropTooLong(firstLineEnd);
            }

            var next = found < 0 ? _end : at + found + 1;
            firstLineEnd = lines == 1 ? next : firstLineEnd;
            isOpen = _quotes.IsOpenAfter(_raw.AsSpan(at, next - at), isOpen);
            at = next;
            if (!isOpen)
            {
                return Give(at, lines);
            }

            if (at == _end && !_isAtEnd)
            {
                return _end - _start > IntakeLimits.RecordBytes && DropTooLong(firstLineEnd);
            }

            if (at == _end)
            {
                break;
            }
        }

        return DropLine(firstLineEnd, RejectCodes.MalformedCsv, $"Expected a quoted field to end within {MaxLinesOfRecord} lines.");
    }

    private bool Give(int end, int lines)
    {
        if (end - _start > IntakeLimits.RecordBytes && lines == 1)
        {
            return DropLine(end, RejectCodes.LineTooLong, $"Expected a row of at most {IntakeLimits.RecordBytes} bytes.");
        }

        _ready.Write(_raw.AsSpan(_start, end - _start));
        _start = end;
        _line += lines;
        return true;
    }

    private bool DropTooLong(int firstLineEnd)
    {
        if (firstLineEnd > 0)
        {
            return DropLine(
                firstLineEnd, RejectCodes.MalformedCsv, $"Expected a quoted field to end within {IntakeLimits.RecordBytes} bytes.");
        }

        // No line end in sight: what is here goes, and what comes of the line goes as it comes.
        Tell(RejectCodes.LineTooLong, $"Expected a row of at most {IntakeLimits.RecordBytes} bytes.");
        _isInLongLine = true;
        return EndLongLine();
    }

    private bool EndLongLine()
    {
        var lineEnd = _raw.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        _isInLongLine = lineEnd < 0;
        if (_isInLongLine)
        {
            _start = _end;
            return false;
        }

        _start += lineEnd + 1;
        _line++;
        _ready.Write("\n"u8);
        return true;
    }

    private bool DropLine(int end, string code, string reason)
    {
        Tell(code, reason);
        _ready.Write("\n"u8);
        _start = end;
        _line++;
        return true;
    }

    private void Tell(string code, string reason) => onFault(new CsvRow(_line, [], new FieldFault(null, code, reason)));

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_isAtEnd)
        {
            return false;
        }

        _raw.AsSpan(_start, _end - _start).CopyTo(_raw);
        _end -= _start;
        _start = 0;
        if (_end == _raw.Length)
        {
            Array.Resize(ref _raw, _raw.Length * 2);
        }

        var read = await inner.ReadAsync(_raw.AsMemory(_end), cancellationToken);
        _end += read;
        _isAtEnd = read == 0;
        return true;
    }
}
