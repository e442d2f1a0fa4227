using System.Globalization;
using System.Text;
using BundleFunctions.Formats.Csv;
using BundleFunctions.Numerics.Randomness;
using BundleFunctions.Planning.Plans;
using BundleFunctions.Shops;
using BundleFunctions.Testing;

namespace BundleFunctions.Planning.Tests.Plans;

/// <summary>Twenty weeks of a shop that sells about five lamps and two shades a day, and one vase a week.</summary>
internal static class PlannedShop
{
    public const int Days = 141;
    public const int Spike = 130;
    public static readonly DateOnly First = new(2026, 1, 5);
    public static readonly ProductId Lamp = Identifier.Parse<ProductId>("lamp");
    public static readonly ProductId Shade = Identifier.Parse<ProductId>("shade");

    private const string Catalogue = """
        {"productId":"lamp","title":"Lamp","categories":["Light/Lamps"],"price":30,"currency":"EUR","cost":10,"stock":12,"attributes":{"leadTimeDays":"14"}}
        {"productId":"shade","title":"Shade","categories":["Light/Shades"],"price":10,"currency":"EUR","cost":4,"stock":5000}
        {"productId":"vase","title":"Vase","categories":["Home"],"price":20,"currency":"EUR","stock":3}
        """;

    public static async Task<(Porch Porch, ShopPlan Plan)> OpenAsync(ShopSettings settings, PlanOptions? options = null)
    {
        var porch = new Porch(new CsvRows());
        porch.Clock.Advance(First.AddDays(Days).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - porch.Clock.GetUtcNow().UtcDateTime);
        await porch.SaveSettingsAsync(settings);
        (await porch.IngestCatalogueAsync("products.ndjson", Catalogue)).Rejected.ShouldBeEmpty();
        (await porch.IngestAsync("orders.ndjson", Orders())).Rejected.ShouldBeEmpty();
        return (porch, (await new ShopPlanner(porch.Blobs).PlanAsync(Porch.Shop, options ?? new PlanOptions(), default)).ShouldNotBeNull());
    }

    private static string Orders()
    {
        var random = new SeededRandom(3);
        var text = new StringBuilder();
        for (var day = 0; day < Days; day++)
        {
            var lamps = (day == Spike ? 40 : 4) + random.NextInt32(3);
            for (var i = 0; i < lamps + 2; i++)
            {
                Append(text, day, i, i < lamps ? "lamp" : "shade", "web");
            }

            Append(text, day, 900, "test-item", "test");
            if (day % 7 == 2)
            {
                Append(text, day, 800, "vase", "web");
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int day, int number, string product, string channel) => text.Append(
        CultureInfo.InvariantCulture,
        $"{{\"type\":\"purchase\",\"occurredAt\":\"{First.AddDays(day):yyyy-MM-dd}T1{number % 10}:00:00Z\",\"userId\":\"u{(day * 7) + number}\",\"orderId\":\"o{day}-{number}\",\"channel\":\"{channel}\",\"items\":[{{\"productId\":\"{product}\",\"quantity\":1,\"unitPrice\":10}}]}}\n");
}
