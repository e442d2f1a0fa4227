namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads what <see cref="HybridEncoder"/> and its likes write.</summary>
internal static class HybridDecoder
{
    private const int Group = 8;

    /// <summary>Reads as many values as <paramref name="into"/> holds.</summary>
    /// <exception cref="InvalidDataException">There are fewer, or the width is none.</exception>
    public static void Read(ref ByteCursor from, int width, Span<int> into)
    {
        if (width is < 0 or > 32)
        {
            throw new InvalidDataException($"A Parquet page has numbers of {width} bits; expected 0 to 32.");
        }

        while (!into.IsEmpty)
        {
            var header = from.Varint();
            if (header <= 1)
            {
                throw new InvalidDataException("A Parquet page has an empty run.");
            }

            var length = (int)Math.Min(header >> 1, (ulong)into.Length);
            if ((header & 1) == 0)
            {
                into[..length].Fill(RunValue(ref from, width));
            }
            else
            {
                length = (int)Math.Min((header >> 1) * Group, (ulong)into.Length);
                var bytes = (long)Math.Min((header >> 1) * (ulong)width, int.MaxValue);
                var packed = from.TakeAtMost(bytes);
                if ((long)packed.Length * 8 < (long)length * width)
                {
                    throw new InvalidDataException("A Parquet page ends within a run.");
                }

                BitPacker.Unpack(packed, width, into[..length]);
            }

            into = into[length..];
        }
    }

    private static int RunValue(ref ByteCursor from, int width)
    {
        var value = 0U;
        for (var bits = 0; bits < width; bits += 8)
        {
            value |= (uint)from.Byte() << bits;
        }

        return (int)value;
    }
}
