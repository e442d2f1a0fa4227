using System.Collections.Frozen;

namespace BundleFunctions.Assistant.Slots;

/// <summary>Numbers in English words: twelve, twenty-five, two hundred, a dozen.</summary>
internal static class EnglishNumber
{
    /// <summary>The pattern of such a number.</summary>
    public const string Pattern =
        $"(?:(?:a|{Below20}|{Tens}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)(?: (?:hundred|thousand))|{Below20}|{Tens}(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|a dozen|dozen|a couple(?: of)?)";

    private const string Below20 = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";
    private const string Tens = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    private static readonly FrozenDictionary<string, int> Values = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["a"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18,
        ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
        ["hundred"] = 100, ["thousand"] = 1000, ["dozen"] = 12, ["couple"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="Pattern"/> matched.</summary>
    public static bool TryRead(string text, out decimal number)
    {
        number = 0;
        foreach (var word in text.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Values.TryGetValue(word, out var value))
            {
                if (word is not "of")
                {
                    return false;
                }
            }
            else
            {
                number = value is 100 or 1000 ? Math.Max(number, 1) * value : value is 12 or 2 && number == 1 ? value : number + value;
            }
        }

        return number > 0;
    }
}
