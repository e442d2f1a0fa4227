using System.Net;
using System.Text.Json;
using BundleFunctions.LocalHost.Settings;
using BundleFunctions.LocalHost.Tests.Harness;
using BundleFunctions.LocalHost.Tests.Samples;

namespace BundleFunctions.LocalHost.Tests.Http;

public sealed class HttpFunctionTests
{
    [Fact]
    public async Task Get_RouteParameters_AreBoundByName()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(HttpSamples)]);

        (await host.Client.GetStringAsync("/api/v1/demo/things/42?q=a%20b")).ShouldBe("demo:42:a b:True");
    }

    [Fact]
    public async Task Post_Body_IsReadByTheFunction()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(HttpSamples)]);

        using var answer = await host.Client.PostAsync("/api/v1/things", new StringContent("hello"));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("hello");
    }

    [Fact]
    public async Task Get_OtherRoutePrefix_MovesEveryRoute()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(HttpSamples)], host: HostJson.Default with { RoutePrefix = "" });

        (await host.Client.GetStringAsync("/v1/demo/things/1")).ShouldStartWith("demo:1");
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "no_such_route")]
    [InlineData("GET", "/v1/demo/things/1", HttpStatusCode.NotFound, "no_such_route")]
    [InlineData("DELETE", "/api/v1/demo/things/1", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/v1/demo/things/abc", HttpStatusCode.BadRequest, "bad_request")]
    [InlineData("GET", "/api/Break", HttpStatusCode.InternalServerError, "internal")]
    public async Task Send_WhatCannotBeAnswered_IsProblemJson(string method, string path, HttpStatusCode status, string code)
    {
        await using var host = await HostUnderTest.StartAsync([typeof(HttpSamples)]);

        using var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var body = await answer.Content.ReadAsStringAsync();
        body.ShouldNotContain("secret");
        using var problem = JsonDocument.Parse(body);
        problem.RootElement.GetProperty("code").GetString().ShouldBe(code);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe((int)status);
    }

    [Fact]
    public async Task Stop_RequestUnderWay_IsAnsweredFirst()
    {
        await using var host = await HostUnderTest.StartAsync([typeof(HttpSamples)]);
        var release = new TaskCompletionSource();
        host.Journal.Then = (_, _) => release.Task;
        var answer = host.Client.GetStringAsync("/api/Slow");
        await host.LinesAsync(1);

        var stopped = host.StopAsync();
        release.SetResult();

        (await answer).ShouldBe("done");
        await stopped;
    }
}
