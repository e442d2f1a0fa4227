using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Values of one field as a file writes them, each checked once: the bytes found to a number, and the number to the value as the
/// lake keeps it.</summary>
/// <remarks>Of one worker alone, but for <see cref="Renew"/>, <see cref="CodeOf"/> and <see cref="Kept"/>: the thread that imports asks them for numbers that it
/// was handed, while the worker may be adding others, and the codes are its own. Numbers run from 1; 0 is no value. A value of up to 16 bytes is found at the price of one line of cache:
/// its bytes stand in the slot. What came last stands in a small table of its own besides, which stays near when the whole does not: the events
/// of a visit follow each other.</remarks>
/// <param name="capacity">Values remembered; more, and all are forgotten between two chunks.</param>
internal sealed class ValueTable(int capacity)
{
    private const int WordBytes = sizeof(ulong);
    private const int InlineBytes = 2 * WordBytes;
    private const int FirstValues = 256;
    private const int RecentSlots = 8192;
    private Slot[] _slots = new Slot[2 * FirstValues];
    private Slot[] _recent = new Slot[1];
    private Value[] _values = new Value[FirstValues];
    private int[] _codes = new int[FirstValues];
    private byte[] _bytes = new byte[4096];
    private HashSet<int>? _leftOut;
    private int _used;
    private TextTable? _texts;
    private int _epoch;

    private static ReadOnlySpan<byte> Masks =>
    [
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>The highest number given.</summary>
    public int Count { get; private set; }

    /// <summary>Whether <see cref="Trim"/> is due.</summary>
    public bool IsFull => Count >= capacity;

    /// <summary>Forgets all values where they are too many. Numbers of before are void then.</summary>
    public void Trim()
    {
        if (IsFull)
        {
            Count = 0;
            _used = 0;
            Array.Clear(_slots);
            Array.Clear(_recent);
            Array.Clear(_codes);
            _leftOut = null;
        }
    }

    /// <summary>Looks a value up.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes, 1 or more.</param>
    /// <param name="content">Where it is there, what tells it from others in fingerprints (<see cref="Add"/>); else the hash to add it under.</param>
    /// <returns>Its number; 0 where it is not there.</returns>
    public int Find(ReadOnlySpan<byte> text, int start, int length, out ulong content)
    {
        var (low, high) = Words(text, start, length);
        content = length <= InlineBytes ? FastHash.Of(low, high, length) : FastHash.Of(text.Slice(start, length));
        ref readonly var recent = ref _recent[(int)(content >> 32) & (_recent.Length - 1)];
        return recent.Low == low && recent.High == high && recent.Mark == (uint)length << 1 && length <= InlineBytes
            ? recent.Number
            : FindFar(text, start, length, low, high, ref content);
    }

    /// <summary>Adds a value that is not there.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="hash">Of its bytes.</param>
    /// <param name="kept">The value as the lake keeps it; empty where it counts as none.</param>
    /// <param name="isKnownAsFound">Whether fingerprints know it by the hash of the bytes found, not by that of what is kept.</param>
    public int Add(ReadOnlySpan<byte> text, int start, int length, ulong hash, ReadOnlySpan<byte> kept, bool isKnownAsFound = false)
    {
        if (Count + 1 == _values.Length)
        {
            Grow();
        }

        var number = ++Count;
        var found = text.Slice(start, length);
        var (low, high) = Words(text, start, length);
        var isSame = kept.SequenceEqual(found);
        var keptAt = Keep(kept);
        _values[number] = new Value(isSame ? keptAt : length > InlineBytes ? Keep(found) : 0, keptAt, kept.Length);
        Place(new Slot { Low = low, High = high, Mark = ((uint)length << 1) | (isSame || isKnownAsFound ? 0U : 1U), Number = number }, hash);
        return number;
    }

    /// <summary>The value as the lake keeps it. It may be written to by who added it.</summary>
    public Span<byte> Kept(int number) => _bytes.AsSpan(_values[number].KeptAt, _values[number].KeptLength);

    /// <summary>What tells a value from others in fingerprints where that is not the hash of the bytes found: a hash of what is kept, 0 where
    /// that is nothing.</summary>
    public ulong Content(int number) => IsNone(number) ? 0 : FastHash.Of(Kept(number));

    /// <summary>Makes the value one that only the general path may take.</summary>
    public void LeaveOut(int number) => (_leftOut ??= []).Add(number);

    public bool IsLeftOut(int number) => _leftOut?.Contains(number) is true;

    public bool IsNone(int number) => _values[number].KeptLength == 0;

    /// <summary>Forgets codes of another table, or of another epoch of it; comes before <see cref="CodeOf"/>.</summary>
    public void Renew(TextTable texts)
    {
        if (_texts != texts || _epoch != texts.Epoch)
        {
            Array.Clear(_codes);
            (_texts, _epoch) = (texts, texts.Epoch);
        }
    }

    /// <summary>The value's code among the lake's texts.</summary>
    public int CodeOf(int number, TextTable texts)
    {
        if (number >= _codes.Length)
        {
            Array.Resize(ref _codes, _values.Length);
        }

        var code = _codes[number];
        return code != 0 || number == 0 ? code : _codes[number] = texts.Intern(Kept(number));
    }

    // At most 16 bytes in two words, the rest of them zero; without a branch, for lengths come as they come.
    private static (ulong Low, ulong High) Words(ReadOnlySpan<byte> text, int start, int length)
    {
        var words = (MemoryMarshal.Read<Vector128<byte>>(text[start..])
            & MemoryMarshal.Read<Vector128<byte>>(Masks[(InlineBytes - Math.Min(length, InlineBytes))..])).AsUInt64();
        return (words.ToScalar(), words.GetElement(1));
    }

    private int FindFar(ReadOnlySpan<byte> text, int start, int length, ulong low, ulong high, ref ulong content)
    {
        var slots = _slots;
        var hash = content;
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Low == low && slot.High == high && slot.Mark >> 1 == (uint)length
                && (length <= InlineBytes || Found(slot.Number, length).SequenceEqual(text.Slice(start, length))))
            {
                if ((slot.Mark & 1) == 0)
                {
                    _recent[(int)(hash >> 32) & (_recent.Length - 1)] = slot;
                }
                else
                {
                    content = Content(slot.Number);
                }

                return slot.Number;
            }

            if (slot.Number == 0)
            {
                return 0;
            }
        }
    }

    private ReadOnlySpan<byte> Found(int number, int length) => _bytes.AsSpan(_values[number].FoundAt, length);

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

    private void Place(in Slot slot, ulong hash)
    {
        var at = (int)hash & (_slots.Length - 1);
        while (_slots[at].Number != 0)
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        _slots[at] = slot;
    }

    private void Grow()
    {
        Array.Resize(ref _values, _values.Length * 2);
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (slot.Number != 0)
            {
                var length = (int)(slot.Mark >> 1);
                Place(slot, length <= InlineBytes ? FastHash.Of(slot.Low, slot.High, length) : FastHash.Of(Found(slot.Number, length)));
            }
        }

        if (_recent.Length == 1 && _slots.Length > RecentSlots)
        {
            _recent = new Slot[RecentSlots];
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public ulong Low;
        public ulong High;

        /// <summary>Twice the length; and 1 where fingerprints know the value by what is kept of it.</summary>
        public uint Mark;
        public int Number;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Value(int FoundAt, int KeptAt, int KeptLength);
}
