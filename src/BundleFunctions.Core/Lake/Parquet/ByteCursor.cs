using System.Buffers.Binary;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads the body of a page from its start to its end, and fails where it ends early.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly int Left => _bytes.Length - Position;

    public ReadOnlySpan<byte> Take(long length)
    {
        if (length < 0 || length > Left)
        {
            throw new InvalidDataException($"A Parquet page has {Left} bytes left where {length} were expected.");
        }

        Position += (int)length;
        return _bytes.Slice(Position - (int)length, (int)length);
    }

    /// <summary>The rest, or its beginning where a writer left padding out.</summary>
    public ReadOnlySpan<byte> TakeAtMost(long length) => Take(Math.Min(length, Left));

    public byte Byte() => Take(1)[0];

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A Parquet page has a number of more than 64 bits.");
    }

    public long ZigZag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
