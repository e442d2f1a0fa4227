using System.Collections.Frozen;
using System.Globalization;

namespace BundleFunctions.Assistant.Slots;

/// <summary>Numbers in English words: twelve, twenty-five, two hundred, half a dozen, a tenner.</summary>
internal static class EnglishNumber
{
    /// <summary>The pattern of such a number. Longer words stand before those that they begin with: eighty before eight.</summary>
    public const string Pattern =
        $"(?:(?:a|{Tens}|{Below20}) (?:hundred|thousand)|(?:half a |(?:a|{Below20}) )?dozen|{Tens}|{Below20}|a couple(?: of)?|(?:a )?(?:fiver|tenner))";

    private const string Below10 = "one|two|three|four|five|six|seven|eight|nine";
    private const string Below20 = $"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|{Below10})";
    private const string Tens = $"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:{Below10}))?";

    private static readonly FrozenDictionary<string, int> Values = new[]
    {
        "1 a", "1 one", "2 two", "3 three", "4 four", "5 five", "6 six", "7 seven", "8 eight", "9 nine", "10 ten", "11 eleven", "12 twelve", "13 thirteen",
        "14 fourteen", "15 fifteen", "16 sixteen", "17 seventeen", "18 eighteen", "19 nineteen", "20 twenty", "30 thirty", "40 forty", "50 fifty", "60 sixty",
        "70 seventy", "80 eighty", "90 ninety", "100 hundred", "1000 thousand", "12 dozen", "2 couple", "5 fiver", "10 tenner",
    }.Select(line => line.Split(' ')).ToFrozenDictionary(pair => pair[1], pair => int.Parse(pair[0], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>Reads what <see cref="Pattern"/> matched.</summary>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        var isHalf = false;
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "half")
            {
                isHalf = true;
            }
            else if (Values.TryGetValue(word, out var value))
            {
                number = word switch
                {
                    "hundred" or "thousand" or "dozen" => Math.Max(number, 1) * value,
                    "couple" or "fiver" or "tenner" => value,
                    _ => number + value,
                };
            }
            else if (word is not "of")
            {
                return false;
            }
        }

        number = isHalf ? number / 2 : number;
        return number > 0;
    }
}
