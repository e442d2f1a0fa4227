using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace BundleFunctions.Intake.Fast;

/// <summary>Tells the property names of a JSON object: guesses the one that followed the name before it the last time, else finds it by four of
/// its bytes; what is found is compared whole.</summary>
/// <remarks>Of one parser alone, for it remembers orders.</remarks>
internal sealed class QuickNames
{
    /// <summary>Stands for a name that is none of these.</summary>
    public const int Unknown = -1;

    private const int Bits = 8;
    private const int NameBytes = 3 * sizeof(ulong);
    private readonly byte[][] _all;
    private readonly Name[] _slots = new Name[1 << Bits];
    private readonly Name[] _guesses;
    private readonly uint _factor;

    /// <param name="names">ASCII, 4 to 22 characters each.</param>
    public QuickNames(IReadOnlyList<string> names)
    {
        _all = [.. names.Select(name => Encoding.ASCII.GetBytes($"{name}\":"))];
        _guesses = new Name[_all.Length + 1];

        // The first factor under which no two names fall together.
        for (_factor = 0x9E3779B1; !TryFill(); _factor += 2)
        {
            Array.Clear(_slots);
        }
    }

    /// <summary>Reads a name in quotes and the colon behind it; false where something else stands there, or the name has escapes.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="at">The opening quote; then the first byte of the value.</param>
    /// <param name="name">The name before it, <see cref="Unknown"/> where there is none; then the place of the name in the list, or
    /// <see cref="Unknown"/>.</param>
    public bool TryRead(ReadOnlySpan<byte> text, ref int at, ref int name)
    {
        var found = text.Slice(at + 1, NameBytes);
        if (text[at] != '"')
        {
            return false;
        }

        ref var guess = ref _guesses[name + 1];
        if (!guess.Is(found))
        {
            ref readonly var known = ref _slots[Slot(found)];
            if (!known.Is(found))
            {
                return TryReadOther(text, ref at, out name);
            }

            guess = known;
        }

        name = guess.Number;
        at += guess.Length + 1;
        if (text[at] <= ' ')
        {
            at = JsonText.SkipBlanks(text, at);
        }

        return true;
    }

    // An unknown name, or one with a blank before its colon.
    private bool TryReadOther(ReadOnlySpan<byte> text, ref int at, out int name)
    {
        name = Unknown;
        var end = JsonText.StringEnd(text, at + 1, out var form);
        if (end < 0 || (form & TextForm.Escaped) != TextForm.Plain)
        {
            return false;
        }

        var found = text[(at + 1)..(end + 1)];
        at = JsonText.SkipBlanks(text, end + 1);
        if (text[at] != ':')
        {
            return false;
        }

        at = JsonText.SkipBlanks(text, at + 1);
        for (var i = 0; i < _all.Length && name == Unknown; i++)
        {
            name = found.SequenceEqual(_all[i].AsSpan(..^1)) ? i : Unknown;
        }

        return true;
    }

    private bool TryFill()
    {
        for (var i = 0; i < _all.Length; i++)
        {
            ref var slot = ref _slots[Slot(_all[i])];
            if (slot.Length > 0)
            {
                return false;
            }

            slot = new Name(_all[i], i);
        }

        return true;
    }

    // userId and userAgent begin alike: their sixth bytes differ.
    private int Slot(ReadOnlySpan<byte> name) =>
        (int)(((BinaryPrimitives.ReadUInt32LittleEndian(name) ^ ((uint)name[5] << 3)) * _factor) >> (32 - Bits));

    // A name, its quote and its colon in three words, compared without a call.
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Name
    {
        private readonly ulong _first;
        private readonly ulong _firstMask;
        private readonly ulong _second;
        private readonly ulong _secondMask;
        private readonly ulong _third;
        private readonly ulong _thirdMask;

        public Name(ReadOnlySpan<byte> name, int number)
        {
            Span<byte> padded = stackalloc byte[NameBytes];
            Span<byte> mask = stackalloc byte[NameBytes];
            padded.Clear();
            mask.Clear();
            name.CopyTo(padded);
            mask[..name.Length].Fill(0xFF);
            (_first, _firstMask) = (Word(padded, 0), Word(mask, 0));
            (_second, _secondMask) = (Word(padded, 1), Word(mask, 1));
            (_third, _thirdMask) = (Word(padded, 2), Word(mask, 2));
            (Length, Number) = (name.Length, number);
        }

        public int Length { get; }

        public int Number { get; }

        public bool Is(ReadOnlySpan<byte> found) => Length > 0
            && (Word(found, 0) & _firstMask) == _first
            && (Word(found, 1) & _secondMask) == _second
            && (Word(found, 2) & _thirdMask) == _third;

        private static ulong Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[(at * sizeof(ulong))..]);
    }
}
