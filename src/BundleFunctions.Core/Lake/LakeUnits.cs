using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>The lake's units: times in whole microseconds, prices and ratings in units of 10^-8, both in 64 bits.</summary>
/// <remarks>What a shop sends finer than that is cut (times, so that none changes its day) or rounded half to even (prices, which keeps a
/// discount at or under its price). Ids that are derived from content are derived before, so they do not depend on it.</remarks>
internal static class LakeUnits
{
    /// <summary>A number that is absent; all numbers of an event are 0 or more.</summary>
    public const long Absent = -1;

    public const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>Decimals of a price. With 18 digits in all, prices of up to 10^10 fit: ten times what intake lets in.</summary>
    public const int Scale = 8;

    /// <summary>Units of a price of 1.</summary>
    public const long One = 100_000_000;

    private const long Max = 999_999_999_999_999_999;

    public static long Microseconds(DateTimeOffset time) => Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, 10) switch
    {
        (var whole, < 0) => whole - 1,
        (var whole, _) => whole,
    };

    /// <exception cref="InvalidDataException">The number is outside of what a <see cref="DateTimeOffset"/> holds.</exception>
    public static DateTimeOffset Time(long microseconds) =>
        microseconds is >= -62_135_596_800_000_000 and <= 253_402_300_799_999_999
            ? new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (microseconds * 10), TimeSpan.Zero)
            : throw new InvalidDataException($"{microseconds} microseconds since 1970 are no time.");

    /// <summary>Days since 1970, by which events are put into parts.</summary>
    public static int Day(long microseconds) =>
        (int)((microseconds >= 0 ? microseconds : microseconds - MicrosecondsPerDay + 1) / MicrosecondsPerDay);

    /// <summary>A price or rating in units of 10^-8; <see cref="Absent"/> where it is null.</summary>
    /// <exception cref="OverflowException">The number is 10^10 or more, or below 0.</exception>
    public static long Scaled(decimal? value)
    {
        if (value is not { } number)
        {
            return Absent;
        }

        var scaled = number is >= 0 and < 10_000_000_000m ? decimal.Round(number * One, MidpointRounding.ToEven) : -1;
        return scaled is >= 0 and <= Max ? (long)scaled : throw new OverflowException($"{number} does not fit the lake's prices.");
    }

    /// <summary>The number without trailing zeros, as intake makes it; null for <see cref="Absent"/>.</summary>
    public static decimal? Number(long scaled)
    {
        if (scaled < 0)
        {
            return null;
        }

        byte scale = Scale;
        while (scale > 0)
        {
            var (tenth, digit) = Math.DivRem(scaled, 10);
            if (digit != 0)
            {
                break;
            }

            scaled = tenth;
            scale--;
        }

        return new decimal((int)scaled, (int)(scaled >> 32), 0, isNegative: false, scale);
    }

    /// <summary>A time of a column in its own unit, in microseconds.</summary>
    /// <exception cref="InvalidDataException">The column holds no times.</exception>
    public static long FromTimestamp(SchemaNode node, long value) => (node.Type, node.UnitsPerSecond) switch
    {
        (PhysicalType.Int64, 1_000_000) => value,
        (PhysicalType.Int64, 1000) => value is >= long.MinValue / 1000 and <= long.MaxValue / 1000 ? value * 1000 : throw new InvalidDataException($"{value} milliseconds since 1970 are no time."),
        (PhysicalType.Int64, 1_000_000_000) or (PhysicalType.Int96, _) => (value - (((value % 1000) + 1000) % 1000)) / 1000,
        _ => throw new InvalidDataException($"The Parquet column {node.Name} holds no times but {node.Type}."),
    };

    /// <summary>A decimal of a column with its own scale, in units of 10^-8.</summary>
    /// <exception cref="InvalidDataException">The column holds no decimals, or one that does not fit.</exception>
    public static long FromDecimal(SchemaNode node, long value)
    {
        if (node.Logical != LogicalType.Decimal || node.Scale is < 0 or > Scale || value < 0)
        {
            throw new InvalidDataException(
                $"The Parquet column {node.Name} holds {value} of {node.Logical} with {node.Scale} decimals; expected 0 or more, and at most {Scale}.");
        }

        for (var scale = node.Scale; scale < Scale; scale++)
        {
            value = value <= Max / 10 ? value * 10 : throw new InvalidDataException($"The Parquet column {node.Name} holds a number too large.");
        }

        return value;
    }

    public static ConsentCode Code(Consent? consent) =>
        consent is null
            ? ConsentCode.Absent
            : ConsentCode.Said
                | (consent.Personalization ? ConsentCode.Personalization : ConsentCode.Absent)
                | (consent.Analytics ? ConsentCode.Analytics : ConsentCode.Absent);

    public static Consent? Consent(ConsentCode code) =>
        code == ConsentCode.Absent ? null : new Consent(code.HasFlag(ConsentCode.Personalization), code.HasFlag(ConsentCode.Analytics));
}
