using System.Text.Json;
using BundleFunctions.DemoShop.Files;

namespace BundleFunctions.DemoShop.Catalogue;

/// <summary>Writes products as NDJSON, absent fields left out.</summary>
internal static class CatalogueWriter
{
    public static ReadOnlyMemory<byte> Write(IEnumerable<Product> products)
    {
        var lines = new NdjsonBuffer();
        foreach (var product in products)
        {
            lines.AddLine(json => WriteProduct(json, product));
        }

        return lines.ToMemory();
    }

    private static void WriteProduct(Utf8JsonWriter json, Product product)
    {
        json.WriteStartObject();
        json.WriteString("productId", product.ProductId.Value);
        json.WriteString("title", product.Title);
        WriteOptional(json, "description", product.Description);
        WriteArray(json, "categories", product.Categories);
        WriteOptional(json, "brand", product.Brand);
        json.WriteNumber("price", product.Price);
        json.WriteString("currency", product.Currency);
        if (product.Cost is { } cost)
        {
            json.WriteNumber("cost", cost);
        }

        if (product.Stock is { } stock)
        {
            json.WriteNumber("stock", stock);
        }

        json.WriteStartObject("attributes");
        foreach (var (name, value) in product.Attributes)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        WriteOptional(json, "imageUrl", product.ImageUrl);
        WriteOptional(json, "groupId", product.GroupId);
        WriteOptional(json, "availableFrom", Rfc3339.Format(product.AvailableFrom));
        WriteOptional(json, "availableTo", Rfc3339.Format(product.AvailableTo));
        if (product.Discontinued)
        {
            json.WriteBoolean("discontinued", true);
        }

        WriteArray(json, "requires", product.Requires.Select(id => id.Value));
        WriteArray(json, "excludes", product.Excludes.Select(id => id.Value));
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        var written = false;
        foreach (var value in values)
        {
            if (!written)
            {
                json.WriteStartArray(name);
                written = true;
            }

            json.WriteStringValue(value);
        }

        if (written)
        {
            json.WriteEndArray();
        }
    }
}
