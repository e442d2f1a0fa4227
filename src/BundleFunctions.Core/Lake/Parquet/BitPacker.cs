using System.Buffers.Binary;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Numbers of one width, bit behind bit, lowest bit first.</summary>
internal static class BitPacker
{
    /// <summary>Bits of the largest number: 0 for 0.</summary>
    public static int WidthOf(ulong max) => 64 - System.Numerics.BitOperations.LeadingZeroCount(max);

    /// <summary>Packs into <c>(values * width + 7) / 8</c> bytes.</summary>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> into)
    {
        var (word, bits) = (0UL, 0);
        foreach (var value in values)
        {
            word |= (ulong)(uint)value << bits;
            bits += width;
            if (bits >= 32)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(into, (uint)word);
                into = into[sizeof(uint)..];
                word >>= 32;
                bits -= 32;
            }
        }

        Finish(word, bits, into);
    }

    /// <inheritdoc cref="Pack(ReadOnlySpan{int}, int, Span{byte})"/>
    public static void Pack(ReadOnlySpan<ulong> values, int width, Span<byte> into)
    {
        var (word, bits) = (0UL, 0);
        foreach (var value in values)
        {
            var (rest, left) = (value, width);
            while (left > 0)
            {
                var part = Math.Min(left, 32);
                word |= (rest & uint.MaxValue) << bits;
                bits += part;
                rest >>= part;
                left -= part;
                if (bits >= 32)
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(into, (uint)word);
                    into = into[sizeof(uint)..];
                    word >>= 32;
                    bits -= 32;
                }
            }
        }

        Finish(word, bits, into);
    }

    /// <summary>Reads <paramref name="into"/>'s number of values; bytes that are missing count as 0.</summary>
    public static void Unpack(ReadOnlySpan<byte> from, int width, Span<ulong> into)
    {
        var mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        var bit = 0L;
        for (var i = 0; i < into.Length; i++, bit += width)
        {
            into[i] = Word(from, bit, width) & mask;
        }
    }

    /// <inheritdoc cref="Unpack(ReadOnlySpan{byte}, int, Span{ulong})"/>
    public static void Unpack(ReadOnlySpan<byte> from, int width, Span<int> into)
    {
        var mask = width == 32 ? uint.MaxValue : (1U << width) - 1;
        var bit = 0L;
        for (var i = 0; i < into.Length; i++, bit += width)
        {
            into[i] = (int)((uint)Word(from, bit, width) & mask);
        }
    }

    private static void Finish(ulong word, int bits, Span<byte> into)
    {
        for (var i = 0; bits > 0; i++, bits -= 8, word >>= 8)
        {
            into[i] = (byte)word;
        }
    }

    private static ulong Word(ReadOnlySpan<byte> from, long bit, int width)
    {
        var (at, shift) = ((int)(bit >> 3), (int)(bit & 7));
        if (at + sizeof(ulong) < from.Length)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(from[at..]) >> shift;
            return shift == 0 ? word : word | ((ulong)from[at + sizeof(ulong)] << (64 - shift));
        }

        var tail = 0UL;
        for (var i = 0; i * 8 < shift + width && at + i < from.Length; i++)
        {
            tail |= i * 8 >= shift ? (ulong)from[at + i] << ((i * 8) - shift) : (ulong)from[at + i] >> (shift - (i * 8));
        }

        return tail;
    }
}
