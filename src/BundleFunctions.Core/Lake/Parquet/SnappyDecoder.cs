namespace BundleFunctions.Lake.Parquet;

/// <summary>Unfolds Snappy's raw format, which other writers of Parquet use where nobody says otherwise.</summary>
internal static class SnappyDecoder
{
    // Three bytes copy 64 at most.
    private const long MaxRatio = 24;

    /// <exception cref="InvalidDataException">The bytes are not Snappy, or not of this length.</exception>
    public static byte[] Decode(ReadOnlySpan<byte> packed, int length)
    {
        var from = new ByteCursor(packed);
        var said = from.Varint();
        if (said != (ulong)length || length > (packed.Length * MaxRatio) + 64)
        {
            throw new InvalidDataException($"A Snappy page of {packed.Length} bytes says {said} bytes where {length} were expected.");
        }

        var into = new byte[length];
        var at = 0;
        while (from.Left > 0)
        {
            var tag = from.Byte();
            at += (tag & 3) == 0 ? Literal(ref from, tag, into.AsSpan(at)) : Copy(ref from, tag, into, at);
        }

        return at == length ? into : throw new InvalidDataException($"A Snappy page unfolds to {at} bytes where {length} were expected.");
    }

    private static int Literal(ref ByteCursor from, byte tag, Span<byte> into)
    {
        long length = tag >> 2;
        if (length >= 60)
        {
            var bytes = from.Take(length - 59);
            length = 0;
            for (var i = 0; i < bytes.Length; i++)
            {
                length |= (long)bytes[i] << (8 * i);
            }
        }

        var literal = from.Take(length + 1);
        if (literal.Length > into.Length)
        {
            throw new InvalidDataException("A Snappy page unfolds to more bytes than it says.");
        }

        literal.CopyTo(into);
        return literal.Length;
    }

    private static int Copy(ref ByteCursor from, byte tag, byte[] into, int at)
    {
        var (length, offset) = (tag & 3) switch
        {
            1 => (((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | from.Byte()),
            2 => ((tag >> 2) + 1, from.Byte() | (from.Byte() << 8)),
            _ => ((tag >> 2) + 1, from.Int32()),
        };
        if (offset <= 0 || offset > at || length > into.Length - at)
        {
            throw new InvalidDataException("A Snappy page copies what is not there.");
        }

        // What is copied may begin before and end behind the place where copying begins.
        for (var i = 0; i < length; i++)
        {
            into[at + i] = into[at + i - offset];
        }

        return length;
    }
}
