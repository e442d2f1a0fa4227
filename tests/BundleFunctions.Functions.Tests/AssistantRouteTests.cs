using BundleFunctions.Functions.Tests.Harness;
using BundleFunctions.Shops;

namespace BundleFunctions.Functions.Tests;

/// <summary>The assistant's route, composed as every host composes it.</summary>
public sealed class AssistantRouteTests
{
    private const string Route = "POST /api/v1/{shop}/assistant";

    public static TheoryData<string> NastyBodies => new()
    {
        "", "{", "null", "7", "{}", "{\"message\":null}", "{\"message\":\"\"}", "{\"message\":\" \\n \"}", "{\"message\":7}", "{\"message\":\"\\ud800\"}",
        "{\"message\":\"hi\",\"cart\":[{}]}", "{\"message\":\"hi\",\"cart\":[null]}", "{\"message\":\"hi\",\"cart\":7}", "{\"message\":\"hi\",\"maxBundles\":0}",
        "{\"message\":\"hi\",\"maxBundles\":11}", "{\"message\":\"hi\",\"productId\":\" a\"}", "{\"message\":\"hi\",\"bundleId\":\"A B\"}",
        "{\"message\":\"hi\",\"visitorId\":\"\\u0000\"}", $"{{\"message\":\"{new string('x', 1001)}\"}}",
    };

    [Theory]
    [MemberData(nameof(NastyBodies))]
    public async Task Post_NastyBody_IsABadRequest(string body)
    {
        var exchange = await AskAsync(await OpenAsync(), body);

        exchange.Status.ShouldBe(400, exchange.Text);
        exchange.Code.ShouldBeOneOf("invalid_body", "invalid_parameter");
    }

    [Fact]
    public async Task Post_Question_IsAnsweredWithBundlesThatFeedbackCanName()
    {
        var exchange = await AskAsync(await OpenAsync(), """{"message":"What goes with camera-1?","visitorId":"v-1","maxBundles":2}""");

        exchange.Status.ShouldBe(200);
        exchange.Headers.CacheControl.ToString().ShouldBe("no-store");
        var answer = exchange.Json;
        answer.GetProperty("intent").GetString().ShouldBe("goes_with");
        answer.GetProperty("wordedBy").GetString().ShouldBe("rules");
        answer.GetProperty("slots").GetProperty("products")[0].GetString().ShouldBe("camera-1");
        answer.GetProperty("bundles").GetArrayLength().ShouldBe(2);
        answer.GetProperty("bundles")[0].GetProperty("items")[0].GetProperty("title").GetString().ShouldBe("camera-1");
        answer.GetProperty("recommendationId").GetString()!.Split('.')[2].ShouldBe("assistant");
    }

    [Fact]
    public async Task Post_FollowUps_AreQuestionsThatGoOn()
    {
        var shop = await OpenAsync();
        var first = (await AskAsync(shop, """{"message":"What goes with camera-1?"}""")).Json;

        foreach (var (choice, intent) in first.GetProperty("followUps").EnumerateArray().Zip(["bundle_contents", "why", "cheaper", "premium"]))
        {
            var product = choice.TryGetProperty("productId", out var id) ? $",\"productId\":\"{id}\"" : "";
            var bundle = choice.TryGetProperty("bundleId", out var name) ? $",\"bundleId\":\"{name}\"" : "";
            var next = await AskAsync(shop, $"{{\"message\":{choice.GetProperty("text").GetRawText()}{product}{bundle}}}");

            next.Json.GetProperty("intent").GetString().ShouldBe(intent);
            next.Json.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Post_CartAndChinese_AddSomethingNewInChinese()
    {
        var exchange = await AskAsync(await OpenAsync(), """{"message":"购物车还缺什么","cart":[{"productId":"camera-1","quantity":2}]}""");

        var answer = exchange.Json;
        (answer.GetProperty("intent").GetString(), answer.GetProperty("language").GetString()).ShouldBe(("complete_cart", "zh"));
        var items = answer.GetProperty("bundles")[0].GetProperty("items");
        items[0].GetProperty("inCart").GetBoolean().ShouldBeTrue();
        items[1].TryGetProperty("inCart", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ValidateOnlyAndNoLetters_AreCheckedAndAnsweredInTheAcceptedLanguage()
    {
        var shop = await OpenAsync();

        (await AskAsync(shop, """{"message":"hi","validateOnly":true}""")).Json.GetProperty("valid").GetBoolean().ShouldBeTrue();
        (await AskAsync(shop, """{"message":"???"}""", "zh-CN,en;q=0.5")).Json.GetProperty("language").GetString().ShouldBe("zh");
    }

    [Fact]
    public async Task Post_NothingPublished_SaysSo()
    {
        var exchange = await AskAsync(await Shop.OpenAsync(), """{"message":"What goes with camera-1?"}""");

        exchange.Status.ShouldBe(200);
        exchange.Json.GetProperty("bundles").GetArrayLength().ShouldBe(0);
        exchange.Json.GetProperty("reason").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Post_AssistantSwitchedOff_IsNotFound()
    {
        var shop = await OpenAsync();
        await new ShopDirectory(shop.Blobs).SaveSettingsAsync(
            Identifier.Parse<ShopId>(Shop.Name), new ShopSettings { Assistant = new() { Enabled = false } }, default);

        var exchange = await AskAsync(shop, """{"message":"hello"}""");

        (exchange.Status, exchange.Code).ShouldBe((404, "not_found"));
    }

    [Fact]
    public async Task Post_WithoutAKey_IsRefused()
    {
        var exchange = new Exchange("POST", body: """{"message":"hello"}""");

        (await exchange.RunAsync(async request => await FunctionCaller.CallAsync(await OpenAsync(), Route, request, [Shop.Name]))).Status.ShouldBe(401);
    }

    private static async Task<Shop> OpenAsync()
    {
        var shop = await Shop.OpenAsync();
        await CameraGoods.PublishAsync(shop);
        return shop;
    }

    private static Task<Exchange> AskAsync(Shop shop, string body, string? language = null)
    {
        var exchange = new Exchange("POST", key: shop.ReadKey, body: body);
        if (language is not null)
        {
            exchange.Request.Headers.AcceptLanguage = language;
        }

        return exchange.RunAsync(request => FunctionCaller.CallAsync(shop, Route, request, [Shop.Name]));
    }
}
