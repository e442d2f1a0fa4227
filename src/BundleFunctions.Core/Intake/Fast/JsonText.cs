using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BundleFunctions.Intake.Fast;

/// <summary>Finds the ends of JSON values in a buffer that has <see cref="Padding"/> bytes of zero behind its text.</summary>
internal static class JsonText
{
    /// <summary>Bytes behind a text that may be read and are zero.</summary>
    public const int Padding = 64;

    private const byte Delete = 0x7F;

    /// <summary>Finds the quote that ends a string, 32 bytes a step.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="at">The first byte after the opening quote.</param>
    /// <param name="form">What stands in it.</param>
    /// <returns>Where the closing quote stands; -1 where a control character comes first.</returns>
    public static int StringEnd(ReadOnlySpan<byte> text, int at, out TextForm form)
    {
        form = TextForm.Plain;
        while (at + Vector256<byte>.Count <= text.Length)
        {
            var block = MemoryMarshal.Read<Vector256<byte>>(text[at..]);
            var stops = (Vector256.Equals(block, Vector256.Create((byte)'"'))
                | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(block, Vector256.Create((byte)' '))).ExtractMostSignificantBits();
            var beyond = Vector256.GreaterThanOrEqual(block, Vector256.Create(Delete)).ExtractMostSignificantBits();
            if (stops == 0)
            {
                form |= beyond == 0 ? TextForm.Plain : TextForm.Wide;
                at += Vector256<byte>.Count;
                continue;
            }

            var offset = BitOperations.TrailingZeroCount(stops);
            form |= (beyond & ((1u << offset) - 1)) == 0 ? TextForm.Plain : TextForm.Wide;
            at += offset;
            if (text[at] == '"')
            {
                return at;
            }

            // Past the escaped byte, whatever it is: unescaping tells whether it is right.
            if (text[at] != '\\' || text[at + 1] < ' ')
            {
                return -1;
            }

            form |= TextForm.Escaped;
            at += 2;
        }

        return -1;
    }

    /// <summary>Goes past white space.</summary>
    public static int SkipBlanks(ReadOnlySpan<byte> text, int at)
    {
        while (text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        return at;
    }

    /// <summary>Reads a string, a simple number or null.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="at">Its first byte; then the one behind it.</param>
    /// <param name="value">Where it stands.</param>
    public static bool TryValue(ReadOnlySpan<byte> text, ref int at, out JsonValue value)
    {
        if (text[at] == '"')
        {
            var start = at + 1;
            var end = StringEnd(text, start, out var form);
            value = new JsonValue(start, end - start, form);
            at = end + 1;
            return end >= 0;
        }

        if (TryNull(text, ref at))
        {
            value = default;
            return true;
        }

        var numberEnd = NumberEnd(text, at, out var isWhole);
        value = new JsonValue(at, numberEnd - at, isWhole ? TextForm.Number : TextForm.Number | TextForm.Decimal);
        at = numberEnd;
        return numberEnd >= 0;
    }

    public static bool TryNull(ReadOnlySpan<byte> text, ref int at) => TryWord(text, ref at, "null"u8);

    public static bool TryBoolean(ReadOnlySpan<byte> text, ref int at, out bool value)
    {
        value = text[at] == 't';
        return TryWord(text, ref at, value ? "true"u8 : "false"u8);
    }

    /// <summary>The end of a number without sign and exponent; -1 where there is none of that kind.</summary>
    /// <param name="text">The padded buffer.</param>
    /// <param name="at">Its first digit.</param>
    /// <param name="isWhole">Whether it has no decimal point.</param>
    public static int NumberEnd(ReadOnlySpan<byte> text, int at, out bool isWhole)
    {
        isWhole = true;
        var start = at;
        at = DigitsEnd(text, at);
        if (at == start || (text[start] == '0' && at - start > 1))
        {
            return -1;
        }

        if (text[at] == '.')
        {
            isWhole = false;
            var point = at;
            at = DigitsEnd(text, at + 1);
            if (at == point + 1)
            {
                return -1;
            }
        }

        return text[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' ? at : -1;
    }

    private static bool TryWord(ReadOnlySpan<byte> text, ref int at, ReadOnlySpan<byte> word)
    {
        var found = text[at] == word[0] && text.Slice(at, word.Length).SequenceEqual(word);
        at += found ? word.Length : 0;
        return found;
    }

    private static int DigitsEnd(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)(text[at] - '0') <= 9)
        {
            at++;
        }

        return at;
    }
}
