using BundleFunctions.LocalHost.Discovery;
using BundleFunctions.LocalHost.Tests.Harness;
using BundleFunctions.LocalHost.Tests.Samples;

namespace BundleFunctions.LocalHost.Tests.Discovery;

public sealed class FunctionDiscoveryTests
{
    [Fact]
    public void Find_Samples_ReadsEveryTrigger()
    {
        var functions = FunctionDiscovery.Find([typeof(HttpSamples), typeof(BlobSamples), typeof(TimerSamples)]);

        functions.All.Select(function => function.Name).ShouldBe(["Break", "GetThing", "Hourly", "Ingest", "PostThing", "Publish", "Slow"]);
        functions.TryGet("getthing", out var found).ShouldBeTrue();
        var http = found.ShouldBeOfType<HttpFunction>();
        http.Route.ShouldBe("v1/{shop}/things/{id}");
        http.HttpMethods.ShouldBe(["GET"]);
        functions.OfKind<HttpFunction>().Single(function => function.Name == "Slow").Route.ShouldBe("Slow");
    }

    [Theory]
    [InlineData(typeof(BrokenSamples.NoTrigger), "0 parameters carry a trigger")]
    [InlineData(typeof(BrokenSamples.UnknownTrigger), "QueueTriggerAttribute is not a trigger this host knows")]
    [InlineData(typeof(BrokenSamples.SameName), "the name is used by 2 functions")]
    [InlineData(typeof(BrokenSamples.UnfilledParameter), "nothing fills the parameter 'shop'; expected one of [name]")]
    [InlineData(typeof(BrokenSamples.BadPath), "'events/{na me}' has a brace that holds no parameter name")]
    [InlineData(typeof(BrokenSamples.WrongReturn), "returns System.String")]
    public void Find_FunctionThatCannotRun_SaysWhy(Type broken, string expected)
    {
        var error = Should.Throw<FunctionDiscoveryException>(() => FunctionDiscovery.Find([typeof(HttpSamples), broken]));

        error.Complaints.ShouldHaveSingleItem().ShouldContain(expected);
    }

    [Theory]
    [InlineData(typeof(TimerSamples), "names the setting 'Schedules:Hourly', which is not set")]
    [InlineData(typeof(BrokenSamples.BadSchedule), "expected six NCRONTAB fields")]
    public async Task Start_ScheduleThatCannotBeRead_Throws(Type broken, string expected)
    {
        var error = await Should.ThrowAsync<FunctionDiscoveryException>(() => HostUnderTest.StartAsync([broken]));

        error.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task Start_SettingOutOfRange_Throws()
    {
        var error = await Should.ThrowAsync<FunctionDiscoveryException>(
            () => HostUnderTest.StartAsync([typeof(HttpSamples)], settings: ("LocalHost:BlobTries", "0")));

        error.Message.ShouldContain("LocalHost:BlobTries is 0; expected 1..100");
    }
}
