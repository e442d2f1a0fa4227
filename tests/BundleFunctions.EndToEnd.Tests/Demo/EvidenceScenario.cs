using System.Text.Json;
using BundleFunctions.EndToEnd.Tests.Hosts;
using BundleFunctions.EndToEnd.Tests.Stores;

namespace BundleFunctions.EndToEnd.Tests.Demo;

/// <summary>Every figure that answers give as evidence, counted again in SQL over the lake.</summary>
internal static class EvidenceScenario
{
    private const int Answers = 500;

    public static async Task PlayAsync(ShopClient client, StorePair stores, ShopId shop, IReadOnlyList<string> products)
    {
        using var lake = await SqlLake.ReadAsync(stores.Blobs, shop);
        (await lake.CountRefundsWithoutOrderAsync()).ShouldBe(0);
        var totalOrders = await lake.CountOrdersAsync();
        var (answers, offers) = (0, 0);

        // Product pages first, then carts of two neighbours, until there are enough answers that give evidence.
        var routes = products.Select(product => $"products/{Uri.EscapeDataString(product)}/bundles")
            .Concat(products.Zip(products.Skip(1), (one, other) => $"carts/bundles?items={Uri.EscapeDataString(one)},{Uri.EscapeDataString(other)}"));
        foreach (var route in routes.TakeWhile(_ => answers < Answers))
        {
            var answer = await client.GetAsync(route);
            if (answer.GetProperty("strategy").GetString() != "bundle")
            {
                continue;
            }

            answers++;
            foreach (var offer in answer.GetProperty("bundles").EnumerateArray())
            {
                offers++;
                await EqualsAsync(lake, offer, totalOrders);
            }
        }

        answers.ShouldBe(Answers);
        offers.ShouldBeGreaterThan(Answers);
    }

    private static async Task EqualsAsync(SqlLake lake, JsonElement offer, long totalOrders)
    {
        var items = ShopClient.ProductsOf(offer);
        var evidence = offer.GetProperty("evidence");
        var orders = await lake.CountOrdersAsync(items);
        var anchorOrders = await lake.CountOrdersAsync([items[0]]);
        var restOrders = await lake.CountOrdersAsync(items[1..]);
        (long, long, long, long) counted = (orders, anchorOrders, restOrders, totalOrders);
        (Whole("orders"), Whole("anchorOrders"), Whole("restOrders"), Whole("totalOrders")).ShouldBe(counted, string.Join('+', items));

        // Served figures are rounded to four decimals.
        var lift = await lake.MeasureLiftAsync(orders, anchorOrders, restOrders, totalOrders);
        double[] measures = [(double)orders / totalOrders, (double)orders / anchorOrders, .. lift];
        double[] served =
        [
            evidence.GetProperty("support").GetDouble(),
            evidence.GetProperty("confidence").GetDouble(),
            evidence.GetProperty("lift").GetDouble(),
            .. evidence.GetProperty("lift95").EnumerateArray().Select(bound => bound.GetDouble()),
        ];
        served.Zip(measures).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 5.1e-5, string.Join('+', items));

        long Whole(string name) => evidence.GetProperty(name).GetInt64();
    }
}
