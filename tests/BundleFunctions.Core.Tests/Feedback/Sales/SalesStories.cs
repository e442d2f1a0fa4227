using System.Globalization;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.Core.Tests.Feedback.Sales;

/// <summary>What four hundred visitors of the camera shop did, each in a story of a few days: bundles shown, clicked, sent twice; carts before the click;
/// orders whole, in part, with another card, in one event or two, in three currencies; refunds that name their order and that do not; robots, tests and
/// visitors who refuse.</summary>
internal static class SalesStories
{
    private static readonly string[] Products = ["camera-1", "sd-64", "sd-128", "bag-2", "tripod", "strap"];

    /// <summary>A catalogue in another currency, a product that costs nobody knows what, and one that stands in no catalogue at all.</summary>
    public const string MoreProducts = """
        {"productId":"tripod","title":"Tripod","price":90,"currency":"USD","cost":50,"categories":["Tripods/Large"]}
        """;

    public static void Write(SalesShop shop, int visitors)
    {
        var random = new SeededRandom(20260228);
        for (var number = 0; number < visitors; number++)
        {
            Tell(shop, number, random);
        }
    }

    /// <summary>Every id that answers had.</summary>
    public static IEnumerable<(string Variant, string? Rule)> Answers => [("champion", null), ("champion", "pin-camera"), ("price:half", null)];

    private static void Tell(SalesShop shop, int number, SeededRandom random)
    {
        var visitor = $"v{number}";
        var user = number % 3 == 0 ? "" : $"\"userId\":\"u{number}\",";
        var mark = number % 17 == 1 ? "\"consent\":{\"analytics\":false}," : number % 23 == 2 ? "\"userAgent\":\"examplebot\"," : number % 29 == 3 ? "\"channel\":\"qa\"," : "";
        var start = 3 + random.NextInt32(24) + (random.NextInt32(300) / 1000.0);
        var at = start;
        if (random.NextInt32(3) == 0)
        {
            // Bought before the period, and so known to be a good customer.
            shop.Raw(-8 + random.NextInt32(10), "purchase", $"{user}{mark}\"visitorId\":\"{visitor}\",\"orderId\":\"before{number}\",{Items(random, 1)}");
        }

        shop.Raw(at, "view", $"{user}{mark}\"visitorId\":\"{visitor}\",\"items\":[{{\"productId\":\"camera-1\"}}],");
        foreach (var bundle in new[] { SalesShop.CardBundle, SalesShop.BagBundle })
        {
            var (variant, rule) = Answers.ElementAt(random.NextInt32(3));
            var seen = $"{mark}\"visitorId\":\"{visitor}\",\"bundleId\":\"{bundle}\",\"recommendationId\":\"{shop.Id(variant, rule)}\",";
            if (random.NextInt32(4) > 0)
            {
                shop.Raw(at += 0.01, "impression", seen);
            }

            if (random.NextInt32(4) == 0)
            {
                shop.Raw(at += 0.01, "add_to_cart", $"{mark}\"visitorId\":\"{visitor}\",\"items\":[{{\"productId\":\"{Products[random.NextInt32(4)]}\"}}],");
            }

            for (var times = random.NextInt32(5) switch { 0 => 2, < 3 => 1, _ => 0 }; times > 0; times--)
            {
                shop.Raw(at += 0.01, "click", seen);
            }

            if (random.NextInt32(6) == 0)
            {
                shop.Raw(at += 0.01, "add_to_cart", $"{seen}\"items\":[{{\"productId\":\"camera-1\"}}],");
            }

            at += random.NextInt32(2) * 1.1;
        }

        if (random.NextInt32(5) > 0)
        {
            Buy(shop, number, visitor, user, mark, Math.Floor(at) + 0.5 + (random.NextInt32(8) == 0 ? 9 : random.NextInt32(3)), random);
        }
    }

    private static void Buy(SalesShop shop, int number, string visitor, string user, string mark, double at, SeededRandom random)
    {
        // Whoever is signed in may buy where no device is told.
        var who = user.Length > 0 && random.NextInt32(4) == 0 ? user : $"{user}\"visitorId\":\"{visitor}\",";
        var named = random.NextInt32(12) == 0 ? $"\"bundleId\":\"{SalesShop.CardBundle}\",\"recommendationId\":\"{shop.Id("champion", null)}\"," : "";
        var order = random.NextInt32(9) == 0 && named.Length == 0 ? "" : $"\"orderId\":\"o{number}\",";
        var items = Items(random, 1 + random.NextInt32(4));
        shop.Raw(at, "purchase", $"{who}{mark}{order}{named}{items}");
        if (order.Length > 0 && random.NextInt32(4) == 0)
        {
            shop.Raw(at + 0.01, "purchase", $"{who}{mark}{order}{Items(random, 1)}");
        }

        var back = random.NextInt32(4);
        if (back < 2)
        {
            var of = back == 0 && order.Length > 0 ? order : "";
            shop.Raw(at + 1 + random.NextInt32(20), "refund", $"{who}{mark}{of}\"items\":[{{\"productId\":\"{Products[random.NextInt32(5)]}\",\"quantity\":{1 + random.NextInt32(2)}}}],");
        }
    }

    private static string Items(SeededRandom random, int count)
    {
        var products = Products.Concat(["unknown"]).ToArray();
        random.Shuffle(products.AsSpan());

        // Most take the camera.
        var chosen = products.Take(count).Concat(random.NextInt32(2) == 0 ? ["camera-1"] : []).Distinct();
        var currency = random.NextInt32(6) switch { 0 => "USD", 1 => "GBP", _ => null };
        var lines = chosen.Select(product =>
        {
            var price = currency is not null || product == "strap" || random.NextInt32(5) == 0
                ? string.Create(CultureInfo.InvariantCulture, $",\"unitPrice\":{5 + random.NextInt32(400)}.{10 + random.NextInt32(90)}{(random.NextInt32(2) == 0 ? ",\"discount\":1.25" : "")}")
                : "";
            return $"{{\"productId\":\"{product}\",\"quantity\":{1 + random.NextInt32(3)}{price}}}";
        });
        return $"\"items\":[{string.Join(',', lines)}],{(currency is null ? "" : $"\"currency\":\"{currency}\",")}";
    }
}
