using System.Runtime.InteropServices;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Values of one field as a file writes them, each checked once: the bytes found to a number, and the number to the value as the
/// lake keeps it.</summary>
/// <remarks>Of one worker alone. Numbers run from 1; 0 is no value. Short values are compared without leaving their entry.</remarks>
/// <param name="capacity">Values remembered; more, and all are forgotten between two chunks.</param>
internal sealed class ValueTable(int capacity)
{
    private const int WordBytes = sizeof(ulong);
    private const int InlineBytes = 2 * WordBytes;
    private const int FirstEntries = 256;
    private Entry[] _entries = new Entry[FirstEntries];
    private int[] _slots = new int[2 * FirstEntries];
    private byte[] _bytes = new byte[4096];
    private int _used;

    /// <summary>The highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all values where they are too many. Numbers of before are void then.</summary>
    public void Trim()
    {
        if (Count >= capacity)
        {
            Count = 0;
            _used = 0;
            Array.Clear(_slots);
        }
    }

    /// <summary>Looks a value up.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes, 1 or more.</param>
    /// <returns>Its number; 0 where it is not there.</returns>
    public int Find(ReadOnlySpan<byte> text, int start, int length)
    {
        var (low, high) = Words(text, start, length);
        var hash = Hash(text, start, length, low, high);
        var mask = _slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            var number = _slots[slot];
            if (number == 0)
            {
                return 0;
            }

            ref var entry = ref _entries[number];
            if (entry.Low == low && entry.High == high && entry.Length == length
                && (length <= InlineBytes || _bytes.AsSpan(entry.FoundAt, length).SequenceEqual(text.Slice(start, length))))
            {
                return number;
            }
        }
    }

    /// <summary>Adds a value that is not there.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="kept">The value as the lake keeps it; empty where it counts as none.</param>
    /// <param name="content">Tells this value from others in fingerprints.</param>
    public int Add(ReadOnlySpan<byte> text, int start, int length, ReadOnlySpan<byte> kept, ulong content)
    {
        if (Count + 1 == _entries.Length)
        {
            Grow();
        }

        var number = ++Count;
        var (low, high) = Words(text, start, length);
        _entries[number] = new Entry
        {
            Low = low,
            High = high,
            Length = length,
            FoundAt = Keep(text.Slice(start, length)),
            KeptAt = Keep(kept),
            KeptLength = kept.Length,
            Content = content,
            Epoch = -1,
        };
        Place(number, Hash(text, start, length, low, high));
        return number;
    }

    /// <summary>The value as the lake keeps it. It may be written to by who added it.</summary>
    public Span<byte> Kept(int number) => _bytes.AsSpan(_entries[number].KeptAt, _entries[number].KeptLength);

    /// <summary>The value as it was found.</summary>
    public ReadOnlySpan<byte> Found(int number) => _bytes.AsSpan(_entries[number].FoundAt, _entries[number].Length);

    public bool IsNone(int number) => _entries[number].KeptLength == 0;

    /// <summary>Whether the value names a person who was erased.</summary>
    public ref bool IsErased(int number) => ref _entries[number].IsErased;

    public ulong Content(int number) => _entries[number].Content;

    /// <summary>The value's code among the lake's texts.</summary>
    public int CodeOf(int number, TextTable texts)
    {
        if (number == 0)
        {
            return TextTable.None;
        }

        ref var entry = ref _entries[number];
        if (entry.Epoch != texts.Epoch)
        {
            entry.Code = entry.KeptLength == 0 ? TextTable.None : texts.Intern(Kept(number));
            entry.Epoch = texts.Epoch;
        }

        return entry.Code;
    }

    private static (ulong Low, ulong High) Words(ReadOnlySpan<byte> text, int start, int length)
    {
        var low = MemoryMarshal.Read<ulong>(text[start..]);
        if (length < WordBytes)
        {
            return (low & (ulong.MaxValue >> (8 * (WordBytes - length))), 0);
        }

        var high = MemoryMarshal.Read<ulong>(text[(start + WordBytes)..]);
        return (low, length >= InlineBytes ? high : length == WordBytes ? 0 : high & (ulong.MaxValue >> (8 * (InlineBytes - length))));
    }

    private static ulong Hash(ReadOnlySpan<byte> text, int start, int length, ulong low, ulong high) =>
        length <= InlineBytes ? FastHash.Of(low, high, length) : FastHash.Of(text.Slice(start, length));

    private int Keep(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _used < bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, checked(_used + bytes.Length)));
        }

        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return _used - bytes.Length;
    }

    private void Place(int number, ulong hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        _slots[slot] = number;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_slots.Length * 2];
        for (var number = 1; number <= Count; number++)
        {
            ref var entry = ref _entries[number];
            Place(number, entry.Length <= InlineBytes ? FastHash.Of(entry.Low, entry.High, entry.Length) : FastHash.Of(Found(number)));
        }
    }

    private struct Entry
    {
        public ulong Low;
        public ulong High;
        public ulong Content;
        public int Length;
        public int FoundAt;
        public int KeptAt;
        public int KeptLength;
        public int Code;
        public int Epoch;
        public bool IsErased;
    }
}
