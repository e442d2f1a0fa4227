using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BundleFunctions.Lake;

/// <summary>Event ids seen, as 128 bits of a keyed hash each: 16 bytes an id and as much again for room, whatever its length.</summary>
internal sealed class EventIdSet
{
    private const int FirstSlots = 1024;

    // Other than in the next process: nobody can send ids that are taken for each other.
    private static readonly ulong[] Keys = [.. Enumerable.Range(0, 4).Select(_ => BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1)];

    private UInt128[] _slots = new UInt128[FirstSlots];
    private int _count;

    /// <summary>Whether the id is new.</summary>
    public bool Add(ReadOnlySpan<byte> id)
    {
        if (_count * 4L > _slots.Length * 3L)
        {
            Grow();
        }

        // Zero is the empty slot.
        var hash = Keyed(id) | UInt128.One;
        var slot = SlotOf(_slots, hash);
        if (_slots[slot] == hash)
        {
            return false;
        }

        _slots[slot] = hash;
        _count++;
        return true;
    }

    /// <summary>128 bits of the id's SHA-256: the same in every process.</summary>
    public static UInt128 Hash(string text)
    {
        Span<byte> utf8 = stackalloc byte[512];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(utf8[..Encoding.UTF8.GetBytes(text, utf8)], hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private static int SlotOf(UInt128[] slots, UInt128 hash)
    {
        var slot = (int)(ulong)(hash >> 32) & (slots.Length - 1);
        while (slots[slot] != UInt128.Zero && slots[slot] != hash)
        {
            slot = (slot + 1) & (slots.Length - 1);
        }

        return slot;
    }

    // Two lanes, each multiplying every eight bytes into 128 bits and folding them.
    private static UInt128 Keyed(ReadOnlySpan<byte> id)
    {
        var (a, b) = (Keys[0] ^ (ulong)id.Length, Keys[1]);
        while (true)
        {
            ulong word;
            if (id.Length >= sizeof(ulong))
            {
                word = BinaryPrimitives.ReadUInt64LittleEndian(id);
            }
            else
            {
                word = 0;
                for (var i = 0; i < id.Length; i++)
                {
                    word |= (ulong)id[i] << (8 * i);
                }
            }

            a = Fold(a ^ word, Keys[2]);
            b = Fold(b ^ word, Keys[3]);
            if (id.Length <= sizeof(ulong))
            {
                return new UInt128(Fold(a, Keys[1]), Fold(b, Keys[0]));
            }

            id = id[sizeof(ulong)..];
        }
    }

    private static ulong Fold(ulong x, ulong y)
    {
        var high = Math.BigMul(x, y, out var low);
        return (high ^ low) + x;
    }

    private void Grow()
    {
        var slots = new UInt128[checked(_slots.Length * 2)];
        foreach (var hash in _slots)
        {
            if (hash != UInt128.Zero)
            {
                slots[SlotOf(slots, hash)] = hash;
            }
        }

        _slots = slots;
    }
}
