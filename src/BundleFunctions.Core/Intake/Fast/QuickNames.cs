using System.Buffers.Binary;
using System.Text;

namespace BundleFunctions.Intake.Fast;

/// <summary>Tells the property names of a JSON object by four of their bytes and compares what is found whole.</summary>
internal sealed class QuickNames
{
    /// <summary>Stands for a name that is none of these.</summary>
    public const int Unknown = -1;

    private const int Bits = 8;
    private readonly byte[][] _all;
    private readonly byte[]?[] _slots = new byte[]?[1 << Bits];
    private readonly int[] _numbers = new int[1 << Bits];
    private readonly uint _factor;

    /// <param name="names">ASCII, four characters or more each.</param>
    public QuickNames(IReadOnlyList<string> names)
    {
        _all = [.. names.Select(name => Encoding.ASCII.GetBytes($"{name}\":"))];

        // The first factor under which no two names fall together.
        for (_factor = 0x9E3779B1; !TryFill(); _factor += 2)
        {
            Array.Clear(_slots);
        }
    }

    /// <summary>Reads a name in quotes and the colon behind it; false where something else stands there, or the name has escapes.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="at">The opening quote; then the first byte of the value.</param>
    /// <param name="name">The place of the name in the list, or <see cref="Unknown"/>.</param>
    public bool TryRead(ReadOnlySpan<byte> text, ref int at, out int name)
    {
        name = Unknown;
        if (text[at] != '"')
        {
            return false;
        }

        var slot = Slot(text.Slice(at + 1, sizeof(ulong)));
        if (_slots[slot] is not { } known || !text.Slice(at + 1).StartsWith(known))
        {
            return TryReadOther(text, ref at, out name);
        }

        name = _numbers[slot];
        at += known.Length + 1;
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
            var slot = Slot([.. _all[i], 0, 0, 0, 0]);
            if (_slots[slot] is not null)
            {
                return false;
            }

            _slots[slot] = _all[i];
            _numbers[slot] = i;
        }

        return true;
    }

    // userId and userAgent begin alike: their sixth bytes differ.
    private int Slot(ReadOnlySpan<byte> name) =>
        (int)(((BinaryPrimitives.ReadUInt32LittleEndian(name) ^ ((uint)name[5] << 3)) * _factor) >> (32 - Bits));
}
