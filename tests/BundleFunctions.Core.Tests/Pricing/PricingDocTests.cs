using System.Globalization;
using System.Text.Json;
using BundleFunctions.Pricing;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Pricing;

/// <summary>Holds <c>docs/pricing.md</c> to the code.</summary>
public sealed class PricingDocTests
{
    private static readonly string Doc = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "docs", "pricing.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Doc_Options_AreThoseOfTheSettingsWithTheirDefaults()
    {
        using var defaults = JsonDocument.Parse(JsonSerializer.Serialize(new ShopSettings(), ShopJson.Default.ShopSettings));
        var expected = defaults.RootElement.GetProperty("pricing").EnumerateObject().SelectMany(option => option.Value.ValueKind == JsonValueKind.Object
            ? option.Value.EnumerateObject().Select(inner => ($"{option.Name}.{inner.Name}", inner.Value))
            : [(option.Name, option.Value)]);

        Rows("Options").Select(row => (row[0].Trim('`'), row[2].Trim('`')))
            .ShouldBe(expected.Select(option => (option.Item1, JsonSerializer.Serialize(option.Item2))));
    }

    [Fact]
    public void Doc_WorkedExampleWithKnownConsumers_IsWhatThePricerMakesOfIt()
    {
        var lines = new[] { PricedGoods.Line("camera", 100m, 60m), PricedGoods.Line("card", 40m, 10m) };
        var consumers = Rows("A worked example").Where(row => row.Length == 5)
            .Select(row => (Count: int.Parse(row[0], CultureInfo.InvariantCulture), Camera: Number(row[1]), Card: Number(row[2]), Singly: row[3], Most: Number(row[4]))).ToList();
        consumers.Sum(one => one.Count).ShouldBe(100);
        foreach (var (_, camera, card, singly, most) in consumers)
        {
            (decimal.Min(camera, 100) + decimal.Min(card, 40)).ShouldBe(most);
            ((camera >= 100, card >= 40) switch { (true, true) => "both", (true, false) => "camera", (false, true) => "card", _ => "nothing" }).ShouldBe(singly);
        }

        // Margins by hand, then the pricer's own.
        var offers = Rows("A worked example").Where(row => row.Length == 3 && char.IsAsciiDigit(row[0][0])).Select(row => row.Select(Number).ToArray()).ToList();
        foreach (var offer in offers)
        {
            consumers.Where(one => one.Most >= offer[0]).Sum(one => one.Count).ShouldBe((int)offer[1]);
            consumers.Sum(one => one.Count * (one.Most >= offer[0] ? offer[0] - 70
                : one.Singly switch { "both" => 70, "camera" => 40, "card" => 30, _ => 0 })).ShouldBe(offer[2]);
        }

        var result = new BundlePricer(new PricingOptions { DiscountSteps = [0m, 5m, 10m, 15m, 20m] })
            .Price(lines, [.. consumers.Select(one => new Consumer(one.Count, [one.Camera, one.Card]))]);
        var best = offers.MaxBy(offer => offer[2])!;
        (result.Price!.Offer, result.Forecast!.Units.Expected, result.Forecast.Margin.Expected).ShouldBe((best[0], best[1], best[2]));
        Doc.ShouldContain($"the pricer takes {best[0].ToString(CultureInfo.InvariantCulture)}.");
    }

    [Fact]
    public void Doc_WorkedExampleWithModelledDemand_IsWhatThePricerMakesOfIt()
    {
        var lines = new[] { PricedGoods.Line("camera", 499m, 310m), PricedGoods.Line("card", 30.90m, 9m) };
        var result = new BundlePricer(new PricingOptions()).Price(lines, new BundleDemand([1329 / 34000.0, 1650 / 34000.0], 412 / 34000.0));

        var forecast = result.Forecast!;
        Doc.ShouldContain(string.Join('\n', [
            string.Create(CultureInfo.InvariantCulture, $"| Offer | {result.Price!.Offer} | |"),
            Row("Bundles", forecast.Units),
            Row("Revenue", forecast.Revenue),
            Row("Margin", forecast.Margin),
            Row("Margin gained", forecast.MarginGain),
        ]));

        static string Row(string name, ForecastRange range) =>
            string.Create(CultureInfo.InvariantCulture, $"| {name} | {range.Expected} | {range.Low95}..{range.High95} |");
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    // Without header and rule.
    private static IEnumerable<string[]> Rows(string section) => Doc.Split($"\n## {section}\n")[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && (char.IsAsciiDigit(line[2]) || line[2] == '`'))
        .Select(line => line[1..^1].Split('|', StringSplitOptions.TrimEntries));
}
