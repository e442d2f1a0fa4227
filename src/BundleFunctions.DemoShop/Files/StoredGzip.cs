using System.Buffers.Binary;

namespace BundleFunctions.DemoShop.Files;

/// <summary>
/// Gzip with stored blocks, that is, wrapped but not compressed. A compressor's output changes between its versions and
/// processors, and the demo shop promises the same bytes everywhere; readers take the same path either way.
/// Source: RFC 1951 section 3.2.4 (stored blocks) and RFC 1952 (gzip members, CRC-32).
/// </summary>
internal static class StoredGzip
{
    private const int LargestBlock = 65_535;
    private const int HeaderLength = 10;
    private const int BlockHeaderLength = 5;
    private const int TrailerLength = 8;

    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>The gzip member that holds <paramref name="plain"/>; no file name, no time, unknown system.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> plain)
    {
        var blocks = Math.Max(1, (plain.Length + LargestBlock - 1) / LargestBlock);
        var wrapped = new byte[HeaderLength + (blocks * BlockHeaderLength) + plain.Length + TrailerLength];
        ReadOnlySpan<byte> header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF];
        header.CopyTo(wrapped);
        var rest = wrapped.AsSpan(HeaderLength);
        for (var block = 0; block < blocks; block++)
        {
            var part = plain[(block * LargestBlock)..Math.Min(plain.Length, (block + 1) * LargestBlock)];
            rest[0] = block == blocks - 1 ? (byte)1 : (byte)0;
            BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], (ushort)part.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], (ushort)~part.Length);
            part.CopyTo(rest[BlockHeaderLength..]);
            rest = rest[(BlockHeaderLength + part.Length)..];
        }

        BinaryPrimitives.WriteUInt32LittleEndian(rest, Crc32(plain));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)plain.Length);
        return wrapped;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var entry = i;
            for (var bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : 0xEDB88320u ^ (entry >> 1);
            }

            table[i] = entry;
        }

        return table;
    }
}
