using System.Text.RegularExpressions;

namespace BundleFunctions.Assistant.Slots;

/// <summary>Reads what a shopper wants to spend, in English and Chinese.</summary>
/// <remarks>"About 50" is 50 less or more a fifth. The patterns are matched without backtracking, so their cost is linear in the question.</remarks>
internal static class PriceReader
{
    private const decimal Around = 0.2m;
    private const string Cur = CurrencyWords.Pattern;
    private const string Num = NumberText.Pattern;

    // What stands behind a number that is no price.
    private const string Unit =
        "(?<unit> ?(?:people|persons?|guests?|kids?|children|adults?|items?|pieces?|pcs|products?|kg|grams?|g|cm|mm|inch(?:es)?|gb|tb|mb"
        + "|years?|days?|hours?|minutes?|l|ml|w|个|人|位|件|份|套|只|年|天|岁|寸|克|升|毫升|公斤))?";

    private const string AtMost =
        @"(?:under|below|beneath|less than|up to|at most|max(?:imum)?(?: of)?\.?|no more than|not more than|(?:nothing|not|never) (?:over|above|more than)"
        + "|not exceeding|cheaper than|within|(?:not|n't|no) (?:go |going |spend |pay |cost |spending |paying )?(?:over|above|beyond|more than)|不超过|不(?:想|要|能|会|可以)超过|不要超过|别超过|不高于|低于|少于|小于|最多(?:花|出|只要)?|至多|顶多)";

    private const string One = $@"(?<c1>{Cur})? ?(?<n1>{Num}) ?(?<c2>{Cur})?{Unit}";
    private const string Two = $@"(?<c1>{Cur})? ?(?<n1>{Num}) ?(?<c2>{Cur})? ?(?:and|to|-|–|—|~|到|至) ?(?<c3>{Cur})? ?(?<n2>{Num}) ?(?<c4>{Cur})?{Unit}";

    private static readonly (Regex Pattern, PriceShape Shape)[] Patterns =
    [
        (Make($@"(?:between|from|介于|在)? ?{Two}"), PriceShape.Between),
        (Make($@"(?:around|about|approx\.?|approximately|roughly|circa|大概|大约|差不多|约) ?{One}"), PriceShape.About),
        (Make($@"(?<c1>{Cur})? ?(?<n1>{Num}) ?(?<c2>{Cur})? ?(?:左右|上下|or so\b)"), PriceShape.About),
        (Make($@"(?<c1>{Cur})? ?(?<n1>{Num}) ?(?<c2>{Cur})? ?(?:以内|之内|以下|内|封顶|or less|or under|max\b|maximum|tops\b|at most)"), PriceShape.Most),
        (Make($"{AtMost} ?{One}"), PriceShape.Most),
        (Make($@"(?<c1>{Cur})? ?(?<n1>{Num}) ?(?<c2>{Cur})? ?(?:以上|起步|or more|and up|plus\b)"), PriceShape.Least),
        (Make($@"(?:over|above|more than|at least|min(?:imum)?(?: of)?\.?|超过|高于|不低于|不少于|至少|大于) ?{One}"), PriceShape.Least),
        (Make($@"(?:budget|limit|spend|spending|预算|花)(?:(?: is| of|:|是|在|有|为|只有|大概|about)*) ?{One}"), PriceShape.Most),
        (Make($@"(?<n1>{Num})(?:来|多|几) ?(?<c1>{Cur})"), PriceShape.About),
        (Make($@"(?:(?<c1>{Cur}) ?(?<n1>{Num})|(?<n1>{Num}) ?(?<c1>{Cur}))"), PriceShape.Most),
        (Make(@"(?<n1>(?:a )?(?:fiver|tenner))"), PriceShape.Most),
    ];

    private enum PriceShape
    {
        Between,
        About,
        Most,
        Least,
    }

    /// <summary>The first price that the question names; null where it names none.</summary>
    /// <param name="question">In lower case and plain signs.</param>
    /// <param name="shopCurrency">What the shop's prices are in; null where that is not known.</param>
    /// <param name="place">Where it stands.</param>
    public static PriceRange? Find(string question, string? shopCurrency, out Range place)
    {
        foreach (var (pattern, shape) in Patterns)
        {
            foreach (Match match in pattern.Matches(question))
            {
                if (Read(match, shape, shopCurrency) is { } range)
                {
                    place = match.Index..(match.Index + match.Length);
                    return range;
                }
            }
        }

        place = default;
        return null;
    }

    private static PriceRange? Read(Match match, PriceShape shape, string? shopCurrency)
    {
        string[] written = [.. new[] { "c1", "c2", "c3", "c4" }.Select(name => match.Groups[name].Value).Where(text => text.Length > 0)];
        if (match.Groups["unit"].Success

            // 一块 is more often "together" than a price.
            || (written is ["块"] && string.Equals(match.Groups["n1"].Value, "一", StringComparison.Ordinal))
            || !NumberText.TryRead(match.Groups["n1"].Value, out var first)

            // Where nothing else says that it is money, a currency must.
            || (written.Length == 0 && !SaysMoney(match.Value, shape, match.Groups["n1"].Value)))
        {
            return null;
        }

        var currency = written.Select(word => CurrencyWords.CodeOf(word, shopCurrency)).FirstOrDefault(code => code is not null);
        return shape switch
        {
            PriceShape.Between when NumberText.TryRead(match.Groups["n2"].Value, out var second) && second >= first => new PriceRange(first, second, currency),
            PriceShape.Between => null,
            PriceShape.About => new PriceRange(first * (1 - Around), first * (1 + Around), currency),
            PriceShape.Least => new PriceRange(first, null, currency),
            _ => new PriceRange(null, first, currency),
        };
    }

    // "under 100" and "三百到五百之间" are prices, "about 60" and "over 2" may be anything, and "2 to 3" is more often a count.
    private static bool SaysMoney(string text, PriceShape shape, string number) => shape switch
    {
        PriceShape.Between => text.StartsWith("between", StringComparison.Ordinal) || (NumberText.TryRead(number, out var least) && least >= 20),
        PriceShape.About => NumberText.TryRead(number, out var about) && about >= 20 && !text.StartsWith("about", StringComparison.Ordinal),
        PriceShape.Least => NumberText.TryRead(number, out var value) && value >= 20,
        _ => !number.StartsWith('一') || number.Length > 1,
    };

    // Its time is linear in the text: a limit by the clock would only fail questions on a busy machine.
    private static Regex Make(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);
}
