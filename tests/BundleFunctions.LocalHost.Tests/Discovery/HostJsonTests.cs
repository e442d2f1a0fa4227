using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Settings;

namespace BundleFunctions.LocalHost.Tests.Discovery;

public sealed class HostJsonTests
{
    [Fact]
    public void Parse_AllThree_ReadsThem()
    {
        const string text = """
            {
              // The platform allows comments.
              "functionTimeout": "00:30:00",
              "extensions": { "http": { "routePrefix": "/shop/" }, "blobs": { "maxDegreeOfParallelism": 3 } }
            }
            """;

        HostJson.Parse(text, "host.json").ShouldBe(new HostJson("shop", TimeSpan.FromMinutes(30), 3));
    }

    [Fact]
    public void Parse_NothingOfIt_GivesDefaults() => HostJson.Parse("""{"version":"2.0"}""", "host.json").ShouldBe(HostJson.Default);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"functionTimeout":"soon"}""")]
    [InlineData("""{"functionTimeout":"24:00:00:00:00"}""")]
    [InlineData("""{"extensions":{"http":{"routePrefix":1}}}""")]
    [InlineData("""{"extensions":{"blobs":{"maxDegreeOfParallelism":"many"}}}""")]
    public void Parse_WrongKind_NamesTheFile(string text) =>
        Should.Throw<FunctionDiscoveryException>(() => HostJson.Parse(text, "host.json")).Message.ShouldContain("host.json: ");
}
