using System.Globalization;
using BundleFunctions.Pricing;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>The price model's arithmetic against the bundles of a real shop.</summary>
public sealed class SteamPricesTests
{
    [RealDataFact("steam")]
    public void Price_SixHundredRealBundles_HaveTheListPriceDiscountAndFinalPriceOfTheShop()
    {
        var prices = Rows("items.csv").ToDictionary(
            row => row[0], row => decimal.Parse(row[^1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var (bundles, reproduced) = (0, 0);
        foreach (var row in Rows("bundles.csv"))
        {
            var lines = row[1].Split(' ').Where(prices.ContainsKey).Select(item => PricedGoods.Line(item, prices[item], null, "USD")).ToArray();
            var expected = row[2..5].Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)).ToArray();
            bundles++;
            if (lines.Length > 0
                && new BundlePricer(new PricingOptions { MaxDiscountPct = 90m, DiscountWithoutCostPct = expected[1] }).Price(lines).Price is { } price)
            {
                reproduced += Near(price.List, expected[0], expected[0]) && Near(price.DiscountPct, expected[1], 100) && Near(price.Offer, expected[2], expected[2])
                    ? 1 : 0;
            }
        }

        bundles.ShouldBe(615);
        ((double)reproduced / bundles).ShouldBeGreaterThanOrEqualTo(0.96);
    }

    private static bool Near(decimal found, decimal expected, decimal whole) => Math.Abs(found - expected) <= 0.02m * whole;

    // Names with commas stand in quotes and in the middle: first and last fields are plain.
    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(RealData.Folder("steam"), file)).Skip(1).Select(line => line.Split(','));
}
