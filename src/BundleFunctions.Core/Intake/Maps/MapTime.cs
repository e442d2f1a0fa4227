using System.Globalization;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads times as a map says that they are written.</summary>
internal sealed class MapTime(ImportTime time)
{
    private const string Iso = "iso";
    private const long LastSecond = 253_402_300_799;

    private static readonly string[] LocalIso = ["yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd"];

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(time.Zone);

    /// <summary>What is expected, for a refusal.</summary>
    public string Expected { get; } = $"Expected a time as {string.Join(" or ", time.Formats)}.";

    /// <summary>Whether a text is a format that can be read by.</summary>
    public static bool IsFormat(string format)
    {
        if (format is Iso || UnitOf(format) > 0)
        {
            return true;
        }

        try
        {
            // A format that writes nothing of a time reads nothing either.
            return DateTime.UnixEpoch.AddYears(51).ToString(format, CultureInfo.InvariantCulture) is var text
                && DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) && read.Year == 2021;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Reads a time and turns it to UTC.</summary>
    public bool TryRead(string text, out DateTimeOffset read)
    {
        foreach (var format in time.Formats)
        {
            if (TryRead(text, format, out read))
            {
                return true;
            }
        }

        read = default;
        return false;
    }

    private bool TryRead(string text, string format, out DateTimeOffset read)
    {
        if (UnitOf(format) is > 0 and var unit)
        {
            read = default;
            if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
                || count < 0 || count / unit > LastSecond)
            {
                return false;
            }

            read = DateTimeOffset.UnixEpoch.AddTicks(count / unit * TimeSpan.TicksPerSecond + count % unit * (TimeSpan.TicksPerSecond / unit));
            return true;
        }

        if (string.Equals(format, Iso, StringComparison.Ordinal))
        {
            return Rfc3339.TryParse(text, out read) || TryLocal(text, LocalIso, out read);
        }

        if (HasOffset(format))
        {
            return DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out read);
        }

        return TryLocal(text, [format], out read);
    }

    private bool TryLocal(string text, string[] formats, out DateTimeOffset read)
    {
        if (!DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            read = default;
            return false;
        }

        // An hour that a clock change leaves out takes the offset before the change; one that comes twice is the later one.
        read = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), _zone.GetUtcOffset(local)).ToUniversalTime();
        return true;
    }

    private static bool HasOffset(string format) => format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal);

    private static long UnitOf(string format) => format switch
    {
        "unix-seconds" => 1,
        "unix-milliseconds" => 1_000,
        "unix-microseconds" => 1_000_000,
        _ => 0,
    };
}
