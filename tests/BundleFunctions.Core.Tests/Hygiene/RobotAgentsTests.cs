using BundleFunctions.Core.Tests.Intake;
using BundleFunctions.Hygiene;
using BundleFunctions.Testing;

namespace BundleFunctions.Core.Tests.Hygiene;

public sealed class RobotAgentsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "googlebot")]
    [InlineData("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", "bingbot")]
    [InlineData("PriceSpider/1.0 (+https://prices.example/bot)", "bot")]
    [InlineData("python-requests/2.32.3", "python-requests")]
    [InlineData("curl/8.5.0", "curl")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36", "headlesschrome")]
    [InlineData("facebookexternalhit/1.1", "facebookexternalhit")]
    public void Find_Robot_NamesIt(string userAgent, string expected) => RobotAgents.Find(userAgent).ShouldBe(expected);

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; Botswana Edition) Mobile Safari/537.36")]
    [InlineData("DemoShopApp/4.2 (Android 15; JavaScriptCore)")]
    [InlineData("")]
    [InlineData("x")]
    public void Find_Person_IsNull(string userAgent) => RobotAgents.Find(userAgent).ShouldBeNull();

    [Fact]
    public void Find_LongestText_IsReadInPart() =>
        RobotAgents.Find(new string('a', 2000) + "bot").ShouldBeNull();

    [Fact]
    public async Task Ingest_UserAgent_LeavesTheRobotsNameAndNothingElse()
    {
        var porch = new Porch(new JsonOnly());
        await porch.IngestAsync("a.ndjson", """
            {"type":"view","occurredAt":"2026-01-01T10:00:00Z","visitorId":"v1","userAgent":"Examplebot/1.0 (secret-detail)","items":[{"productId":"p"}]}
            {"type":"view","occurredAt":"2026-01-01T10:00:01Z","visitorId":"v2","userAgent":"Mozilla/5.0 (secret-detail)","items":[{"productId":"p"}]}
            """);

        (await porch.EventsAsync()).Select(shopEvent => shopEvent.Robot).ShouldBe(["examplebot", null]);
    }
}
