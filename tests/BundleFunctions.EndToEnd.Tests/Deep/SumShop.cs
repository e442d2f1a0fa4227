using System.Globalization;
using System.Text;
using BundleFunctions.Numerics.Randomness;

namespace BundleFunctions.EndToEnd.Tests.Deep;

/// <summary>A shop that only a network understands: of each order's two parts x-i and y-j any go together, and the third must be z-k with
/// k = i + j modulo <see cref="Sizes"/>. No two products tell anything of the third; all three do.</summary>
internal static class SumShop
{
    public const int Sizes = 5;
    private const int Orders = 1500;

    public static void WriteTo(string directory)
    {
        Directory.CreateDirectory(Path.Combine(directory, "events"));
        File.WriteAllText(Path.Combine(directory, "products.ndjson"), Products());
        File.WriteAllText(Path.Combine(directory, "events", "orders.ndjson"), Events());
    }

    private static string Products()
    {
        var text = new StringBuilder();
        foreach (var kind in "xyz")
        {
            for (var size = 0; size < Sizes; size++)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""{"productId":"{{kind}}-{{size}}","title":"Part {{kind}} {{size}}","categories":["Parts/{{kind}}"],"price":{{10 + size}},"currency":"EUR","stock":100}""").Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Events()
    {
        var text = new StringBuilder();
        var random = SeededRandom.ForStream(5, "sum-shop");
        var at = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);
        for (var order = 0; order < Orders; order++)
        {
            var (x, y) = (random.NextInt32(Sizes), random.NextInt32(Sizes));
            at = at.AddMinutes(7);
            string[] items = [$"x-{x}", $"y-{y}", $"z-{(x + y) % Sizes}"];
            var lines = string.Join(',', items.Select(item => $$"""{"productId":"{{item}}","quantity":1,"unitPrice":12}"""));
            text.Append(CultureInfo.InvariantCulture, $$"""{"type":"purchase","occurredAt":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","userId":"u{{order % 400}}","orderId":"o{{order}}","items":[{{lines}}],"currency":"EUR"}""").Append('\n');
        }

        return text.ToString();
    }
}
