using System.Buffers.Binary;
using System.Text;

namespace BundleFunctions.Lake;

/// <summary>Texts of one run, each once: UTF-8 bytes to a small number and back. Numbers run from 1 in the order of first sight; 0 is no text.</summary>
/// <remarks>Memory: the bytes and about 20 more for each text. Only one thread at a time may add or clear; others may meanwhile read texts whose
/// codes they were given before, since a text is never moved within its array, and an array that was outgrown still holds it.</remarks>
internal sealed class TextTable
{
    /// <summary>The code that stands for no text.</summary>
    public const int None = 0;

    // Other than in the next process, so that nobody can send texts that all fall into one slot. Codes do not depend on it.
    private static readonly ulong Key = ((ulong)(uint)HashCode.Combine(1) << 32) | (uint)HashCode.Combine(2) | 1;

    private byte[] _bytes = new byte[4096];
    private int[] _ends = new int[256];
    private uint[] _hashes = new uint[256];
    private int[] _slots = new int[512];
    private int _last;

    /// <summary>The highest code given; codes are 1..Count.</summary>
    public int Count => _last;

    /// <summary>Bytes of all texts together.</summary>
    public int Length => _ends[_last];

    /// <summary>Counts how often the table was cleared. A code is good within its epoch only.</summary>
    public int Epoch { get; private set; }

    /// <summary>The text of a code; empty for <see cref="None"/>.</summary>
    public ReadOnlySpan<byte> this[int code] => code == None ? [] : _bytes.AsSpan(_ends[code - 1].._ends[code]);

    /// <summary>The code of a text, a new one where it was not seen in this epoch.</summary>
    public int Intern(ReadOnlySpan<byte> utf8)
    {
        var hash = Hash(utf8);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var code = _slots[slot];
            if (code == 0)
            {
                return Add(utf8, hash, slot);
            }

            if (_hashes[code] == hash && this[code].SequenceEqual(utf8))
            {
                return code;
            }
        }
    }

    /// <summary>The same of a .NET text; <see cref="None"/> where it is null.</summary>
    public int Intern(string? text)
    {
        if (text is null)
        {
            return None;
        }

        Span<byte> small = stackalloc byte[512];
        var utf8 = Encoding.UTF8.GetMaxByteCount(text.Length) <= small.Length ? small : new byte[Encoding.UTF8.GetByteCount(text)];
        return Intern(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>Forgets all texts: every code of before is void.</summary>
    public void Clear()
    {
        Array.Clear(_slots);
        _last = 0;
        Epoch++;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = Key ^ (ulong)utf8.Length;
        while (utf8.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            utf8 = utf8[sizeof(ulong)..];
        }

        var rest = 0UL;
        for (var i = 0; i < utf8.Length; i++)
        {
            rest |= (ulong)utf8[i] << (8 * i);
        }

        hash = Mix(hash, rest);
        return (uint)(hash ^ (hash >> 32));
    }

    // The two halves of a 128-bit product folded into one: every bit of the input reaches every bit of the hash.
    private static ulong Mix(ulong hash, ulong word)
    {
        var high = Math.BigMul(hash ^ word, 0x9E3779B97F4A7C15UL, out var low);
        return (high ^ low) + Key;
    }

    private int Add(ReadOnlySpan<byte> utf8, uint hash, int slot)
    {
        var start = _ends[_last];
        if (_last + 1 == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
            Array.Resize(ref _hashes, _hashes.Length * 2);
        }

        if (_bytes.Length - start < utf8.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(start + utf8.Length)));
        }

        utf8.CopyTo(_bytes.AsSpan(start));
        _last++;
        _ends[_last] = start + utf8.Length;
        _hashes[_last] = hash;
        _slots[slot] = _last;
        if (_last * 2 > _slots.Length)
        {
            Rehash();
        }

        return _last;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var code = 1; code <= _last; code++)
        {
            var slot = (int)_hashes[code] & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = code;
        }
    }
}
