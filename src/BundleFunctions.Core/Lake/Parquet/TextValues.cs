namespace BundleFunctions.Lake.Parquet;

/// <summary>Byte strings of a page or of a dictionary, as places in its bytes.</summary>
internal sealed class TextValues
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly (int Start, int Length)[] _places;
    private int[]? _codes;

    private TextValues(ReadOnlyMemory<byte> bytes, (int Start, int Length)[] places)
    {
        _bytes = bytes;
        _places = places;
    }

    /// <summary>Which strings of a dictionary the values are; null where each string is a value.</summary>
    public ReadOnlyMemory<int>? Indexes { get; set; }

    /// <summary>How many strings there are.</summary>
    public int Count => _places.Length;

    /// <summary>A value.</summary>
    public ReadOnlySpan<byte> this[int value]
    {
        get
        {
            var (start, length) = _places[Indexes is { } indexes ? indexes.Span[value] : value];
            return _bytes.Span.Slice(start, length);
        }
    }

    /// <summary>The codes of the strings, made once.</summary>
    public int[] Codes(TextTable texts)
    {
        if (_codes is null)
        {
            _codes = new int[_places.Length];
            for (var i = 0; i < _codes.Length; i++)
            {
                _codes[i] = texts.Intern(_bytes.Span.Slice(_places[i].Start, _places[i].Length));
            }
        }

        return _codes;
    }

    /// <summary>Strings with their length before each.</summary>
    public static TextValues Plain(ReadOnlyMemory<byte> bytes, int count)
    {
        var cursor = new ByteCursor(bytes.Span);
        if ((long)count * sizeof(int) > bytes.Length)
        {
            throw new InvalidDataException($"A Parquet page of {bytes.Length} bytes says {count} texts.");
        }

        var places = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var length = cursor.Int32();
            places[i] = (cursor.Position, length);
            cursor.Take(length);
        }

        return new TextValues(bytes, places);
    }

    /// <summary>All lengths first, then the strings (DELTA_LENGTH_BYTE_ARRAY).</summary>
    public static TextValues Delta(ReadOnlyMemory<byte> bytes, int count)
    {
        var cursor = new ByteCursor(bytes.Span);
        var lengths = new long[count];
        DeltaDecoder.Read(ref cursor, lengths);
        var places = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            places[i] = (cursor.Position, cursor.Take(lengths[i]).Length);
        }

        return new TextValues(bytes, places);
    }
}
