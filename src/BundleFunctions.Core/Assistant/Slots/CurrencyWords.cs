using System.Collections.Frozen;

namespace BundleFunctions.Assistant.Slots;

/// <summary>What shoppers call currencies.</summary>
internal static class CurrencyWords
{
    /// <summary>The pattern of all of them; longer ones first.</summary>
    public const string Pattern =
        @"(?:us\$|€|\$|£|¥|(?:euros?|eur|usd|dollars?|bucks|gbp|pounds?|quid|chf|sfr|francs?|cny|rmb|yuan|jpy|yen)\b"
        + "|欧元|欧|美元|美金|美刀|英镑|瑞士法郎|瑞郎|法郎|人民币|日元|块钱|块|元)";

    // The code, and the words for it.
    private static readonly FrozenDictionary<string, string> Codes = new[]
    {
        "EUR € euro euros eur 欧元 欧",
        "USD $ us$ usd dollar dollars bucks 美元 美金 美刀",
        "GBP £ gbp pound pounds quid 英镑",
        "CHF chf sfr franc francs 瑞士法郎 瑞郎 法郎",
        "CNY ¥ cny rmb yuan 人民币",
        "JPY jpy yen 日元",
    }.SelectMany(line => line.Split(' ').Skip(1).Select(word => KeyValuePair.Create(word, line[..3]))).ToFrozenDictionary(StringComparer.Ordinal);

    // Signs that several currencies share.
    private static readonly string[] Dollars = ["AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "USD"];

    /// <summary>The ISO 4217 code; null for words that name no certain one, such as 元, which then is the shop's.</summary>
    /// <param name="word">As it was written, in lower case; null where none was.</param>
    /// <param name="shopCurrency">Decides what a shared sign means; null where that is not known.</param>
    public static string? CodeOf(string? word, string? shopCurrency) => word switch
    {
        null or "" => null,
        "$" or "dollar" or "dollars" or "bucks" when shopCurrency is not null && Dollars.Contains(shopCurrency, StringComparer.Ordinal) => shopCurrency,
        "¥" when string.Equals(shopCurrency, "JPY", StringComparison.Ordinal) => "JPY",
        _ => Codes.GetValueOrDefault(word),
    };
}
