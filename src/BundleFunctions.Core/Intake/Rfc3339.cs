using System.Globalization;

namespace BundleFunctions.Intake;

/// <summary>Times as RFC 3339 writes them: <c>2026-03-01T09:30:00.25+01:00</c>, <c>2026-03-01T08:30:00Z</c>. The offset must be there.</summary>
internal static class Rfc3339
{
    private const int SecondsEnd = 19;
    private static readonly string[] Formats = ["yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a time and turns it to UTC. Fractions are kept to 100 ns.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is <= SecondsEnd or > 40 || text[10] is not ('T' or 't' or ' '))
        {
            return false;
        }

        var offset = text.AsSpan(SecondsEnd);
        var digits = 0;
        if (offset[0] == '.')
        {
            while (digits + 1 < offset.Length && char.IsAsciiDigit(offset[digits + 1]))
            {
                digits++;
            }

            offset = offset[(digits + 1)..];
        }

        // "K" also reads a time without an offset and takes the machine's zone: the offset is looked for here.
        if (offset is not (['Z' or 'z'] or ['+' or '-', _, _, ':', _, _]))
        {
            return false;
        }

        var fraction = digits == 0 ? string.Empty : text.AsSpan(SecondsEnd, Math.Min(digits, 7) + 1);
        var zone = offset is ['z'] ? "Z" : offset;
        var canonical = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11, 8), string.Concat(fraction, zone));
        return DateTimeOffset.TryParseExact(
            canonical, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out time);
    }
}
