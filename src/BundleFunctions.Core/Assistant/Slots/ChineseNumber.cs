namespace BundleFunctions.Assistant.Slots;

/// <summary>Numbers in Chinese characters, as people write prices: 两百, 一百五十, 一百五, 三千, 一万二.</summary>
internal static class ChineseNumber
{
    /// <summary>The characters of such numbers.</summary>
    public const string Signs = "零〇一二两俩三仨四五六七八九十百千万";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a number; false where the characters make none, or one above 99,999,999.</summary>
    /// <remarks>A last digit after a unit and without one of its own counts in tenths of that unit: 一百五 is 150, but 一百零五 is 105.</remarks>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        if (text.Length is 0 or > 12 || text.IndexOfAnyExcept(Signs) >= 0)
        {
            return false;
        }

        decimal total = 0, section = 0, digit = 0, unit = 10;
        var hasDigit = false;
        foreach (var sign in text)
        {
            if (DigitOf(sign) is { } value)
            {
                // Two digits in a row are a telephone number, not a price.
                if (hasDigit && digit != 0)
                {
                    return false;
                }

                (digit, hasDigit) = (value, true);
                continue;
            }

            unit = sign switch { '十' => 10, '百' => 100, '千' => 1000, _ => 10_000 };
            if (unit == 10_000)
            {
                total = (total + section + digit) * unit;
                section = 0;
            }
            else
            {
                section += (hasDigit && digit != 0 ? digit : 1) * unit;
            }

            (digit, hasDigit) = (0, false);
        }

        var isTenth = unit >= 100 && text.Length > 1 && text.IndexOfAny('零', '〇') < 0;
        number = total + section + (isTenth ? digit * unit / 10 : digit);
        return number is > 0 and < 100_000_000;
    }

    private static decimal? DigitOf(char sign) => sign switch
    {
        '两' or '俩' => 2,
        '仨' => 3,
        '〇' => 0,
        _ => Digits.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };
}
