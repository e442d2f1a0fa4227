namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads DELTA_BINARY_PACKED.</summary>
internal static class DeltaDecoder
{
    private const int MaxMiniblock = 1 << 16;

    /// <summary>Reads as many values as <paramref name="into"/> holds.</summary>
    /// <exception cref="InvalidDataException">There are others, or their form is none.</exception>
    public static void Read(ref ByteCursor from, Span<long> into)
    {
        var block = from.Varint();
        var miniblocks = from.Varint();
        var count = from.Varint();
        if (miniblocks is 0 or > 64 || block % miniblocks != 0 || block / miniblocks is 0 or > MaxMiniblock || block / miniblocks % 8 != 0)
        {
            throw new InvalidDataException($"A Parquet page has blocks of {block} values in {miniblocks} parts.");
        }

        if (count != (ulong)into.Length)
        {
            throw new InvalidDataException($"A Parquet page has {count} differences where {into.Length} were expected.");
        }

        var value = from.ZigZag();
        if (into.IsEmpty)
        {
            return;
        }

        into[0] = value;
        into = into[1..];
        var deltas = new ulong[block / miniblocks];
        while (!into.IsEmpty)
        {
            into = into[ReadBlock(ref from, deltas, (int)miniblocks, ref value, into)..];
        }
    }

    private static int ReadBlock(ref ByteCursor from, ulong[] deltas, int miniblocks, ref long value, Span<long> into)
    {
        var read = 0;
        var least = from.ZigZag();
        var widths = from.Take(miniblocks);
        for (var i = 0; i < miniblocks && read < into.Length; i++)
        {
            if (widths[i] > 64)
            {
                throw new InvalidDataException($"A Parquet page has differences of {widths[i]} bits.");
            }

            var length = Math.Min(deltas.Length, into.Length - read);
            var packed = from.TakeAtMost((long)deltas.Length / 8 * widths[i]);
            if ((long)packed.Length * 8 < (long)length * widths[i])
            {
                throw new InvalidDataException("A Parquet page ends within a block.");
            }

            BitPacker.Unpack(packed, widths[i], deltas.AsSpan(0, length));
            for (var j = 0; j < length; j++)
            {
                value = unchecked(value + least + (long)deltas[j]);
                into[read++] = value;
            }

        }

        return read;
    }
}
