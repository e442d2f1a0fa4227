namespace BundleFunctions.Lake.Parquet;

/// <summary>RLE and bit-packing mixed, as Parquet writes levels and dictionary indexes: eight equal values or more are a run, all others are
/// packed in groups of eight.</summary>
internal static class HybridEncoder
{
    private const int Group = 8;

    /// <summary>Writes values of at most <paramref name="width"/> bits, 1..32.</summary>
    public static void Write(ByteBuffer into, ReadOnlySpan<int> values, int width)
    {
        while (!values.IsEmpty)
        {
            var run = RunLength(values);
            if (run >= Group || run == values.Length)
            {
                WriteRun(into, values[0], run, width);
                values = values[run..];
                continue;
            }

            var packed = 0;
            do
            {
                packed += Group;
            }
            while (packed + Group <= values.Length && !IsRun(values.Slice(packed, Group)));

            packed = Math.Min(packed, values.Length);
            WritePacked(into, values[..packed], width);
            values = values[packed..];
        }
    }

    private static int RunLength(ReadOnlySpan<int> values)
    {
        var other = values.IndexOfAnyExcept(values[0]);
        return other < 0 ? values.Length : other;
    }

    private static bool IsRun(ReadOnlySpan<int> group) => group.IndexOfAnyExcept(group[0]) < 0;

    private static void WriteRun(ByteBuffer into, int value, int length, int width)
    {
        into.WriteVarint((ulong)length << 1);
        for (var bits = 0; bits < width; bits += 8)
        {
            into.WriteByte((byte)(value >> bits));
        }
    }

    private static void WritePacked(ByteBuffer into, ReadOnlySpan<int> values, int width)
    {
        var groups = (values.Length + Group - 1) / Group;
        into.WriteVarint(((ulong)groups << 1) | 1);
        var place = into.Take(groups * width);
        var whole = values.Length / Group * Group;
        BitPacker.Pack(values[..whole], width, place);
        if (whole < values.Length)
        {
            Span<int> last = stackalloc int[Group];
            last.Clear();
            values[whole..].CopyTo(last);
            BitPacker.Pack(last, width, place[(whole / Group * width)..]);
        }
    }
}
