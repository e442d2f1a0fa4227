using BundleFunctions.Functions.Tests.Harness;
using BundleFunctions.Privacy;
using Microsoft.AspNetCore.Http;

namespace BundleFunctions.Functions.Tests;

public sealed class PrivacyRouteTests
{
    private const string Anna = """{"userIds":["anna@example.com"]}""";

    public static TheoryData<string, string> BadBodies => new()
    {
        { "{}", "invalid_parameter" },
        { """{"userIds":[]}""", "invalid_parameter" },
        { """{"userIds":[" padded "]}""", "invalid_parameter" },
        { """{"userIds":[null]}""", "invalid_parameter" },
        { """{"userIds":["a"],"rawFiles":"burn"}""", "invalid_parameter" },
        { """{"userIds":"secret@example.com"}""", "invalid_body" },
        { "null", "invalid_parameter" },
        { "[", "invalid_body" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Post_BadBody_IsRefusedWithoutRepeatingIt(string body, string code)
    {
        var shop = await Shop.OpenAsync();
        foreach (var route in new Func<HttpRequest, Task<IResult>>[] { shop.Privacy.EraseAsync, shop.Privacy.ExportAsync, shop.Privacy.OptOutAsync })
        {
            var exchange = await new Exchange("POST", key: shop.AdminKey, body: body).RunAsync(route);

            exchange.Status.ShouldBe(400, body);
            exchange.Code.ShouldBe(code);
            exchange.Text.ShouldNotContain("secret");
        }
    }

    [Fact]
    public async Task Routes_ReadKey_IsNotAllowed()
    {
        var shop = await Shop.OpenAsync();
        var routes = shop.Privacy;
        foreach (var route in new Func<HttpRequest, Task<IResult>>[]
        {
            routes.EraseAsync, routes.ExportAsync, routes.OptOutAsync, routes.RetainAsync, request => routes.FindErasureAsync(request, "any"),
        })
        {
            (await new Exchange("POST", key: shop.ReadKey, body: Anna).RunAsync(route)).Status.ShouldBe(403);
        }
    }

    [Fact]
    public async Task Erasure_FromRequestToReceipt_IsToldByItsRoute()
    {
        var shop = await Shop.OpenAsync();
        var id = (await new Exchange("POST", key: shop.AdminKey, body: Anna).RunAsync(shop.Privacy.EraseAsync)).Json.GetProperty("erasureId").GetString()!;

        await shop.Privacy.Eraser.RunAsync(Identifier.Parse<ShopId>(Shop.Name), default);
        var exchange = await new Exchange("GET", key: shop.AdminKey).RunAsync(request => shop.Privacy.FindErasureAsync(request, id));

        exchange.Status.ShouldBe(200);
        exchange.Json.GetProperty("status").GetString().ShouldBe("done");
        var receipt = System.Text.Encoding.UTF8.GetBytes(exchange.Json.GetProperty("receipt").GetRawText());
        new ReceiptSigner(new BundleFunctions.Security.Pseudonymizer(new byte[32])).Verify(receipt).IsValid.ShouldBeTrue();
        (await new Exchange("GET", key: shop.AdminKey).RunAsync(request => shop.Privacy.FindErasureAsync(request, "../x"))).Status.ShouldBe(404);
    }
}
