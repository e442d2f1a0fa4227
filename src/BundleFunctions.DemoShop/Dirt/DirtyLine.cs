using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BundleFunctions.DemoShop.Files;

namespace BundleFunctions.DemoShop.Dirt;

/// <summary>Makes a bad line: a good purchase with one thing wrong.</summary>
internal static class DirtyLine
{
    /// <param name="number">Over all days; makes the event id its own.</param>
    /// <param name="kind">What to break.</param>
    /// <param name="at">When the purchase would have been.</param>
    /// <param name="product">What it would have been of.</param>
    public static byte[] Make(int number, DirtKind kind, DateTime at, Product product)
    {
        var item = new JsonObject
        {
            ["productId"] = product.ProductId.Value,
            ["quantity"] = 1,
            ["unitPrice"] = product.Price,
        };
        var line = new JsonObject
        {
            ["eventId"] = string.Create(CultureInfo.InvariantCulture, $"bad-{number:0000}"),
            ["type"] = "purchase",
            ["occurredAt"] = Rfc3339.Format(new DateTimeOffset(at, TimeSpan.Zero)),
            ["visitorId"] = "v-bad0bad0bad0",
            ["orderId"] = string.Create(CultureInfo.InvariantCulture, $"bad-{number:0000}"),
            ["items"] = new JsonArray(item),
            ["currency"] = product.Currency,
        };
        Break(line, item, kind, at);
        var text = line.ToJsonString();
        return Encoding.UTF8.GetBytes(kind == DirtKind.BrokenJson ? text[..(text.Length * 3 / 5)] : text);
    }

    private static void Break(JsonObject line, JsonObject item, DirtKind kind, DateTime at)
    {
        switch (kind)
        {
            case DirtKind.MissingType:
                line.Remove("type");
                break;
            case DirtKind.UnknownType:
                line["type"] = "teleport";
                break;
            case DirtKind.MissingOccurredAt:
                line.Remove("occurredAt");
                break;
            case DirtKind.MalformedOccurredAt:
                line["occurredAt"] = at.ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
                break;
            case DirtKind.MissingProductId:
                item.Remove("productId");
                break;
            case DirtKind.NegativeQuantity:
                item["quantity"] = -3;
                break;
            case DirtKind.HugeQuantity:
                item["quantity"] = 2147483648L;
                break;
            case DirtKind.PriceNotANumber:
                item["unitPrice"] = "19,99";
                break;
            case DirtKind.UnknownProduct:
                item["productId"] = "no-such-product-1";
                break;
            case DirtKind.BrokenJson:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of dirt.");
        }
    }
}
