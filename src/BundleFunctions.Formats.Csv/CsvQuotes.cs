namespace BundleFunctions.Formats.Csv;

/// <summary>Follows the quotes of CSV (RFC 4180): a quote opens a field only at its start, and within it two quotes are one.</summary>
internal sealed class CsvQuotes(char separator)
{
    private readonly byte _separator = checked((byte)separator);

    private enum State
    {
        FieldStart,
        Unquoted,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>Whether a quoted field is open at the end of a line.</summary>
    /// <param name="line">The line, line end included or not.</param>
    /// <param name="isOpen">Whether one is open at its start.</param>
    public bool IsOpenAfter(ReadOnlySpan<byte> line, bool isOpen)
    {
        if (!line.Contains((byte)'"'))
        {
            return isOpen;
        }

        var state = isOpen ? State.Quoted : State.FieldStart;
        foreach (var b in line)
        {
            state = (state, b) switch
            {
                (State.FieldStart, (byte)'"') => State.Quoted,
                (State.Quoted, (byte)'"') => State.QuoteInQuoted,
                (State.Quoted, _) => State.Quoted,
                (State.QuoteInQuoted, (byte)'"') => State.Quoted,
                _ => b == _separator ? State.FieldStart : State.Unquoted,
            };
        }

        return state == State.Quoted;
    }
}
