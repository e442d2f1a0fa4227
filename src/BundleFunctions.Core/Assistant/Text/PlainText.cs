using System.Globalization;
using System.Text;

namespace BundleFunctions.Assistant.Text;

/// <summary>Text from outside without what nobody can see in it: control and format signs, half surrogates, full-width forms, runs of blanks.</summary>
internal static class PlainText
{
    private const char FullWidthFirst = '\uff01';
    private const char FullWidthLast = '\uff5e';
    private const int FullWidthOffset = 0xfee0;

    /// <summary>The text in plain signs, cut at a length.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">UTF-16 units of the answer at most, 1 or more.</param>
    public static string Of(string text, int maxLength)
    {
        var plain = new StringBuilder(Math.Min(text.Length, maxLength));
        for (var i = 0; i < text.Length && plain.Length < maxLength; i++)
        {
            var sign = Folded(text[i]);
            if (sign == '\0')
            {
                continue;
            }

            if (sign != ' ')
            {
                plain.Append(sign);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Whether a sign is one of the common Chinese characters: CJK Unified Ideographs and their extension A.</summary>
    public static bool IsHan(char sign) => sign is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf');

    // Zero stands for a sign that leaves no trace.
    private static char Folded(char sign) => sign switch
    {
        >= FullWidthFirst and <= FullWidthLast => (char)(sign - FullWidthOffset),
        '\u2018' or '\u2019' or '\u02bc' => '\'',
        '\u201c' or '\u201d' => '"',
        '\uffe5' => '¥',
        '\uffe1' => '£',
        _ when sign < ' ' || char.IsWhiteSpace(sign) || char.IsSurrogate(sign) => ' ',
        _ when sign < '\u007f' => sign,
        _ => char.GetUnicodeCategory(sign) switch
        {
            UnicodeCategory.Control => ' ',
            UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => '\0',
            _ => sign,
        },
    };
}
