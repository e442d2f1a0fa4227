using System.Text.Json;

namespace BundleFunctions.Catalogue;

/// <summary>The names of the product fields: NDJSON properties and CSV headers.</summary>
internal static class ProductFieldNames
{
    public const string Categories = "categories";
    public const string Requires = "requires";
    public const string Excludes = "excludes";
    public const string Attributes = "attributes";

    /// <summary>Names by <see cref="ProductField"/>, in camelCase; the wire format.</summary>
    public static string[] All { get; } = [.. Enum.GetNames<ProductField>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static int Count => All.Length;

    public static Dictionary<string, ProductField> ByName { get; } =
        Enum.GetValues<ProductField>().ToDictionary(field => All[(int)field], StringComparer.Ordinal);

    public static string Of(ProductField field) => All[(int)field];
}
