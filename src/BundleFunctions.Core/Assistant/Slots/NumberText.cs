using System.Globalization;

namespace BundleFunctions.Assistant.Slots;

/// <summary>A number as a shopper writes it: in digits, in English words or in Chinese characters.</summary>
internal static class NumberText
{
    /// <summary>The pattern of all three.</summary>
    public const string Pattern = @"(?:\d[\d,]*(?:\.\d+)?k?\b|\d[\d,]*(?:\.\d+)?|" + EnglishNumber.Pattern + "|[" + ChineseNumber.Signs + "]+)";

    /// <summary>Greatest number that is taken for one.</summary>
    public const decimal Max = 99_999_999;

    /// <summary>Reads what <see cref="Pattern"/> matched.</summary>
    public static bool TryRead(string text, out decimal number)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[0]))
        {
            var thousands = text[^1] == 'k';
            var digits = thousands ? text[..^1] : text;
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number) || number > Max)
            {
                number = 0;
                return false;
            }

            number *= thousands ? 1000 : 1;
            return number <= Max;
        }

        return ChineseNumber.TryRead(text, out number) || EnglishNumber.TryRead(text, out number);
    }
}
