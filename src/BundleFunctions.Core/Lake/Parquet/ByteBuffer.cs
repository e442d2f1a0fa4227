using System.Buffers.Binary;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Bytes that grow at their end; cleared and used again.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>The next <paramref name="length"/> bytes, to be filled; what they hold before is arbitrary.</summary>
    public Span<byte> Take(int length)
    {
        if (_bytes.Length - Length < length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(Length + length)));
        }

        var place = _bytes.AsSpan(Length, length);
        Length += length;
        return place;
    }

    /// <summary>Gives back the last bytes of what was taken.</summary>
    public void Return(int length) => Length -= length;

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void WriteByte(byte value) => Take(1)[0] = value;

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    public void WriteInt32At(int position, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(position), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    /// <summary>Seven bits a byte, lowest first (ULEB128).</summary>
    public void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            WriteByte((byte)(value | 0x80));
        }

        WriteByte((byte)value);
    }

    /// <summary>A signed number, small for small ones of either sign, as a varint.</summary>
    public void WriteZigZag(long value) => WriteVarint((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>The bytes as a stream that must not outlive the next write.</summary>
    public MemoryStream AsStream() => new(_bytes, 0, Length, writable: false);
}
