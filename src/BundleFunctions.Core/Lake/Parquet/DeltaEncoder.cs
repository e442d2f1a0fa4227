namespace BundleFunctions.Lake.Parquet;

/// <summary>DELTA_BINARY_PACKED: the first value, then differences less the least of their block, bit-packed. Blocks of 128 in four
/// miniblocks.</summary>
internal static class DeltaEncoder
{
    private const int Block = 128;
    private const int Miniblocks = 4;
    private const int Miniblock = Block / Miniblocks;

    public static void Write(ByteBuffer into, ReadOnlySpan<long> values)
    {
        into.WriteVarint(Block);
        into.WriteVarint(Miniblocks);
        into.WriteVarint((ulong)values.Length);
        into.WriteZigZag(values.IsEmpty ? 0 : values[0]);
        Span<ulong> deltas = stackalloc ulong[Block];
        for (var start = 1; start < values.Length; start += Block)
        {
            WriteBlock(into, values[(start - 1)..Math.Min(start + Block, values.Length)], deltas);
        }
    }

    // The first value given belongs to the block before.
    private static void WriteBlock(ByteBuffer into, ReadOnlySpan<long> values, Span<ulong> deltas)
    {
        var count = values.Length - 1;
        var least = long.MaxValue;
        for (var i = 0; i < count; i++)
        {
            var delta = unchecked(values[i + 1] - values[i]);
            deltas[i] = unchecked((ulong)delta);
            least = Math.Min(least, delta);
        }

        into.WriteZigZag(least);
        Span<byte> widths = stackalloc byte[Miniblocks];
        widths.Clear();
        deltas[count..].Clear();
        for (var i = 0; i < count; i += Miniblock)
        {
            var end = Math.Min(i + Miniblock, count);
            var all = 0UL;
            for (var j = i; j < end; j++)
            {
                deltas[j] = unchecked(deltas[j] - (ulong)least);
                all |= deltas[j];
            }

            widths[i / Miniblock] = (byte)BitPacker.WidthOf(all);
        }

        into.Write(widths);
        for (var i = 0; i < count; i += Miniblock)
        {
            var width = widths[i / Miniblock];
            BitPacker.Pack(deltas.Slice(i, Miniblock), width, into.Take(Miniblock / 8 * width));
        }
    }
}
