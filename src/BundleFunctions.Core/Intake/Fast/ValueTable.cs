using System.Runtime.InteropServices;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Values of one field as a file writes them, each checked once: the bytes found to a number, and the number to the value as the
/// lake keeps it.</summary>
/// <remarks>Of one worker alone. Numbers run from 1; 0 is no value. A value of up to 16 bytes is found at the price of one line of cache:
/// its bytes stand in the slot.</remarks>
/// <param name="capacity">Values remembered; more, and all are forgotten between two chunks.</param>
internal sealed class ValueTable(int capacity)
{
    private const int WordBytes = sizeof(ulong);
    private const int InlineBytes = 2 * WordBytes;
    private const int FirstValues = 256;
    private Slot[] _slots = new Slot[2 * FirstValues];
    private Value[] _values = new Value[FirstValues];
    private int[] _codes = new int[FirstValues];
    private byte[] _bytes = new byte[4096];
    private HashSet<int>? _leftOut;
    private int _used;
    private int _epoch = -1;

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
            Array.Clear(_codes);
            _leftOut = null;
        }
    }

    /// <summary>Looks a value up.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes, 1 or more.</param>
    /// <param name="hash">Of its bytes: <see cref="FastHash.Of(ReadOnlySpan{byte})"/>.</param>
    /// <returns>Its number; 0 where it is not there.</returns>
    public int Find(ReadOnlySpan<byte> text, int start, int length, out ulong hash)
    {
        var (low, high) = Words(text, start, length);
        hash = length <= InlineBytes ? FastHash.Of(low, high, length) : FastHash.Of(text.Slice(start, length));
        var slots = _slots;
        for (var at = (int)hash & (slots.Length - 1); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Low == low && slot.High == high && slot.Length == length
                && (length <= InlineBytes || Found(slot.Number, length).SequenceEqual(text.Slice(start, length))))
            {
                return slot.Number;
            }

            if (slot.Number == 0)
            {
                return 0;
            }
        }
    }

    /// <summary>Adds a value that is not there.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="start">Where the value starts.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="hash">Of its bytes.</param>
    /// <param name="kept">The value as the lake keeps it; empty where it counts as none.</param>
    public int Add(ReadOnlySpan<byte> text, int start, int length, ulong hash, ReadOnlySpan<byte> kept)
    {
        if (Count + 1 == _values.Length)
        {
            Grow();
        }

        var number = ++Count;
        var (low, high) = Words(text, start, length);
        _values[number] = new Value(Keep(text.Slice(start, length)), Keep(kept), kept.Length, kept.IsEmpty ? 0 : FastHash.Of(kept), hash);
        Place(new Slot { Low = low, High = high, Length = length, Number = number }, hash);
        return number;
    }

    /// <summary>The value as the lake keeps it. It may be written to by who added it.</summary>
    public Span<byte> Kept(int number) => _bytes.AsSpan(_values[number].KeptAt, _values[number].KeptLength);

    /// <summary>A hash of the value as the lake keeps it; 0 for number 0.</summary>
    public ulong Content(int number) => _values[number].Content;

    /// <summary>Makes the value one that only the general path may take.</summary>
    public void LeaveOut(int number) => (_leftOut ??= []).Add(number);

    public bool IsLeftOut(int number) => _leftOut?.Contains(number) is true;

    public bool IsNone(int number) => _values[number].KeptLength == 0;

    /// <summary>The value's code among the lake's texts.</summary>
    public int CodeOf(int number, TextTable texts)
    {
        if (number == 0)
        {
            return TextTable.None;
        }

        if (_epoch != texts.Epoch)
        {
            Array.Clear(_codes);
            _epoch = texts.Epoch;
        }

        var code = _codes[number];
        return code != 0 ? code : _codes[number] = texts.Intern(Kept(number));
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
        Array.Resize(ref _codes, _values.Length);
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (ref readonly var slot in old.AsSpan())
        {
            if (slot.Number != 0)
            {
                Place(slot, _values[slot.Number].Hash);
            }
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public ulong Low;
        public ulong High;
        public int Length;
        public int Number;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Value(int FoundAt, int KeptAt, int KeptLength, ulong Content, ulong Hash);
}
