using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace BundleFunctions.Intake.Fast;

/// <summary>Cuts CSV at line ends as long as every line is a row of its own: no quote in it but around a whole field, nothing odd. From the first
/// chunk on that is not so simple, the rest of the file is left to <see cref="ICsvRows"/>.</summary>
internal sealed class CsvChunks(Stream stream, byte separator) : IChunkSource
{
    private readonly LineChunks _lines = new(stream) { PassesOver = false };

    /// <summary>What is left of the text; null where nothing is.</summary>
    public Stream? Rest { get; private set; }

    /// <summary>1-based line on which <see cref="Rest"/> starts.</summary>
    public long RestLine { get; private set; }

    /// <inheritdoc/>
    public async ValueTask<bool> FillAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        if (Rest is not null || !await _lines.FillAsync(chunk, cancellationToken))
        {
            return false;
        }

        if (chunk.Length <= IntakeLimits.RecordBytes && IsSimple(chunk.Text) && Utf8.IsValid(chunk.Text))
        {
            return true;
        }

        RestLine = chunk.FirstLine;
        Rest = new CountingStream(chunk.Text.ToArray(), new CountingStream(_lines.TakeRest(), stream));
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    /// <summary>Splits a simple line into its fields.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the line starts.</param>
    /// <param name="end">Where it ends, without its line end.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <param name="fields">Where they go.</param>
    /// <returns>How many there are; more than there is room for where there are more.</returns>
    public static int Split(ReadOnlySpan<byte> text, int start, int end, byte separator, Span<JsonValue> fields)
    {
        var (count, first) = (0, start);
        for (var at = start; at < end && at + Vector256<byte>.Count <= text.Length; at += Vector256<byte>.Count)
        {
            var block = MemoryMarshal.Read<Vector256<byte>>(text[at..]);
            if (Vector256.EqualsAny(block, Vector256.Create((byte)'"')))
            {
                break;
            }

            for (var marks = Vector256.Equals(block, Vector256.Create(separator)).ExtractMostSignificantBits(); marks != 0; marks &= marks - 1)
            {
                var found = at + BitOperations.TrailingZeroCount(marks);
                if (found >= end)
                {
                    break;
                }

                Put(fields, count++, first, found - first);
                first = found + 1;
            }
        }

        return SplitRest(text, first, end, separator, fields, count);
    }

    // From the start of a field on, one after the other.
    private static int SplitRest(ReadOnlySpan<byte> text, int start, int end, byte separator, Span<JsonValue> fields, int count)
    {
        while (true)
        {
            var isQuoted = start < end && text[start] == '"';
            var first = isQuoted ? start + 1 : start;
            var length = text[first..end].IndexOf(isQuoted ? (byte)'"' : separator);
            length = length < 0 ? end - first : length;
            Put(fields, count++, first, length);
            start = first + length + (isQuoted ? 1 : 0);
            if (start >= end)
            {
                return count;
            }

            start++;
        }
    }

    private static void Put(Span<JsonValue> fields, int at, int start, int length)
    {
        if (at < fields.Length)
        {
            fields[at] = new JsonValue(start, length, TextForm.Plain);
        }
    }

    private bool IsSimple(ReadOnlySpan<byte> text)
    {
        for (var from = 0; text[from..].IndexOf((byte)'\r') is >= 0 and var found; from += found + 1)
        {
            if (from + found + 1 == text.Length || text[from + found + 1] != '\n')
            {
                return false;
            }
        }

        for (var from = 0; text[from..].IndexOf((byte)'"') is >= 0 and var found;)
        {
            // A quote opens a field at its start and closes it at its end, on one line, with no quote in between.
            var open = from + found;
            var length = text[(open + 1)..].IndexOfAny((byte)'"', (byte)'\n');
            var close = open + 1 + length;
            if ((open > 0 && text[open - 1] != separator && text[open - 1] != '\n')
                || length < 0 || text[close] != '"'
                || (close + 1 < text.Length && text[close + 1] != separator && text[close + 1] is not ((byte)'\n' or (byte)'\r')))
            {
                return false;
            }

            from = close + 1;
        }

        return true;
    }
}
