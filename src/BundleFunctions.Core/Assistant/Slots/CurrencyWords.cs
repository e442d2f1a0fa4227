using System.Collections.Frozen;

namespace BundleFunctions.Assistant.Slots;

/// <summary>What shoppers call currencies.</summary>
internal static class CurrencyWords
{
    /// <summary>The pattern of all of them; longer ones first.</summary>
    public const string Pattern =
        @"(?:us\$|€|\$|£|¥|(?:euros?|eur|usd|dollars?|bucks|gbp|pounds?|quid|chf|sfr|francs?|cny|rmb|yuan|jpy|yen)\b|欧元|欧|美元|美金|美刀|英镑|瑞士法郎|瑞郎|法郎|人民币|日元|块钱|块|元)";

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["eur"] = "EUR", ["欧元"] = "EUR", ["欧"] = "EUR",
        ["$"] = "USD", ["us$"] = "USD", ["usd"] = "USD", ["dollar"] = "USD", ["dollars"] = "USD", ["bucks"] = "USD", ["美元"] = "USD", ["美金"] = "USD", ["美刀"] = "USD",
        ["£"] = "GBP", ["gbp"] = "GBP", ["pound"] = "GBP", ["pounds"] = "GBP", ["quid"] = "GBP", ["英镑"] = "GBP",
        ["chf"] = "CHF", ["sfr"] = "CHF", ["franc"] = "CHF", ["francs"] = "CHF", ["瑞士法郎"] = "CHF", ["瑞郎"] = "CHF", ["法郎"] = "CHF",
        ["¥"] = "CNY", ["cny"] = "CNY", ["rmb"] = "CNY", ["yuan"] = "CNY", ["人民币"] = "CNY",
        ["jpy"] = "JPY", ["yen"] = "JPY", ["日元"] = "JPY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
