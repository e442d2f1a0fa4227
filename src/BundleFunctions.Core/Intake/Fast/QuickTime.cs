using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Reads the times that shops send nearly always: <c>2026-03-01T09:30:00Z</c>, with up to six decimals of a second and a numeric
/// offset instead of the Z. All else is left to <see cref="Rfc3339"/>. Remembers the day of the time before.</summary>
internal sealed class QuickTime
{
    private const int DateLength = 10;
    private const int SecondsEnd = 19;
    private const int MicrosecondDigits = 6;
    private readonly byte[] _date = new byte[DateLength];
    private long _day;

    /// <summary>Reads a time as microseconds since 1970, UTC.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.Length <= SecondsEnd || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !TryDay(text[..DateLength]))
        {
            return false;
        }

        if (!TryTwo(text, 11, 23, out var hour) || !TryTwo(text, 14, 59, out var minute) || !TryTwo(text, 17, 59, out var second))
        {
            return false;
        }

        var rest = text[SecondsEnd..];
        microseconds = _day + ((((hour * 60L) + minute) * 60) + second) * 1_000_000;
        if (rest[0] == '.' && !TryFraction(ref rest, ref microseconds))
        {
            return false;
        }

        return rest is [(byte)'Z'] || TryOffset(rest, ref microseconds);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref long microseconds)
    {
        var unit = 100_000;
        var digits = 1;
        for (; digits < rest.Length && (uint)(rest[digits] - '0') <= 9; digits++)
        {
            microseconds += (rest[digits] - '0') * unit;
            unit /= 10;
        }

        rest = rest[digits..];
        return digits - 1 is >= 1 and <= MicrosecondDigits;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, ref long microseconds)
    {
        if (rest is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _] || !TryTwo(rest, 1, 13, out var hours) || !TryTwo(rest, 4, 59, out var minutes))
        {
            return false;
        }

        var offset = ((hours * 60L) + minutes) * 60_000_000;
        microseconds += rest[0] == '+' ? -offset : offset;
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, int at, int max, out int value)
    {
        var (tens, ones) = (text[at] - (uint)'0', text[at + 1] - (uint)'0');
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9 && value <= max;
    }

    private bool TryDay(ReadOnlySpan<byte> date)
    {
        if (date.SequenceEqual(_date))
        {
            return true;
        }

        if (date[4] != '-' || date[7] != '-'
            || !TryTwo(date, 0, 99, out var century) || !TryTwo(date, 2, 99, out var year)
            || !TryTwo(date, 5, 12, out var month) || !TryTwo(date, 8, 31, out var day))
        {
            return false;
        }

        year += century * 100;
        if (year < 1 || month < 1 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        _day = LakeUnits.Microseconds(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));
        date.CopyTo(_date);
        return true;
    }
}
