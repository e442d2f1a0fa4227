namespace BundleFunctions.DemoShop.Sessions;

/// <summary>What browsers, the shop's app and robots call themselves.</summary>
internal static class UserAgents
{
    public static readonly IReadOnlyList<(string Channel, string UserAgent)> People =
    [
        ("web", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36"),
        ("web", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15"),
        ("web", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
        ("mobile", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1"),
        ("mobile", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36"),
        ("app", "DemoShopApp/4.2 (Android 15)"),
        ("app", "DemoShopApp/4.2 (iOS 18.5)"),
    ];

    public static readonly IReadOnlyList<string> Robots =
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "PriceSpider/1.0 (+https://prices.example/bot)",
        "python-requests/2.32.3",
    ];
}
