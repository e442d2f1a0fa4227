using System.Globalization;

namespace BundleFunctions.Faults.Tests.Fuzz;

/// <summary>Products as shops send them.</summary>
internal static class ProductSamples
{
    public const string Header = "productId,title,price,currency,cost,stock,categories,brand,attributes.colour,requires,description,discontinued";

    public static string Json(Random random, string name) =>
        $$"""{"productId":"{{name}}","title":"T {{random.Next(9)}}","price":{{random.Next(1, 99)}}.{{random.Next(10)}},"currency":"EUR","cost":1,"stock":{{random.Next(9)}},"categories":["A/B","C"],"attributes":{"colour":"red"},"requires":["p{{random.Next(9)}}"]}""";

    public static string Row(Random random, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name},T {random.Next(9)},{random.Next(1, 99)}.5,EUR,1,{random.Next(9)},A/B|C,Acme,red,p{random.Next(9)},\"two, lines\",false");
}
