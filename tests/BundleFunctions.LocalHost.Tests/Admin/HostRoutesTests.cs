using System.Net;
using System.Text.Json;
using BundleFunctions.LocalHost.Tests.Harness;
using BundleFunctions.LocalHost.Tests.Samples;

namespace BundleFunctions.LocalHost.Tests.Admin;

public sealed class HostRoutesTests
{
    private const string Webhook = "/runtime/webhooks/blobs?functionName=Host.Functions.Ingest";

    [Fact]
    public async Task Webhook_Handshake_EchoesTheCode()
    {
        await using var host = await NeverPollingAsync();

        using var answer = await PostAsync(
            host, Webhook, """[{"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","data":{"validationCode":"512d38b6"}}]""");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        body.RootElement.GetProperty("validationResponse").GetString().ShouldBe("512d38b6");
    }

    [Fact]
    public async Task Webhook_BlobCreated_DeliversWithoutAPollAndOnlyOnce()
    {
        await using var host = await NeverPollingAsync();
        await host.DropAsync("events/demo/a b.ndjson", "x");
        const string notice = """
            [
              {"eventType":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/events/blobs/demo/gone","data":{}},
              {"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/other/blobs/demo/a","data":{}},
              {"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/events/blobs/demo/a b.ndjson","data":{}}
            ]
            """;

        for (var i = 0; i < 3; i++)
        {
            using var answer = await PostAsync(host, Webhook, notice);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
        await host.LinesAsync(1);
        await HostUnderTest.SeveralPollsAsync();

        host.Journal.Lines.ShouldBe(["demo/a b.ndjson=x"]);
    }

    [Theory]
    [InlineData("/runtime/webhooks/blobs?functionName=Host.Functions.Nope", "[]", HttpStatusCode.NotFound, "no_such_function")]
    [InlineData("/runtime/webhooks/blobs", "[]", HttpStatusCode.NotFound, "no_such_function")]
    [InlineData(Webhook, "{", HttpStatusCode.BadRequest, "bad_json")]
    [InlineData(Webhook, "[1]", HttpStatusCode.BadRequest, "bad_event")]
    [InlineData(Webhook, "", HttpStatusCode.BadRequest, "bad_event")]
    [InlineData("/admin/functions/Nope", "{}", HttpStatusCode.NotFound, "no_such_function")]
    [InlineData("/admin/functions/Slow", "{}", HttpStatusCode.BadRequest, "not_runnable")]
    [InlineData("/admin/functions/Ingest", "{}", HttpStatusCode.BadRequest, "bad_input")]
    [InlineData("/admin/functions/Ingest", """{"input":"catalogue/demo/a"}""", HttpStatusCode.BadRequest, "bad_input")]
    [InlineData("/admin/functions/Ingest", """{"input":7}""", HttpStatusCode.BadRequest, "bad_input")]
    [InlineData("/admin/functions/Ingest", "nope", HttpStatusCode.BadRequest, "bad_json")]
    public async Task Post_BadInput_IsProblemJson(string path, string body, HttpStatusCode status, string code)
    {
        await using var host = await NeverPollingAsync();

        using var answer = await PostAsync(host, path, body);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"\"code\":\"{code}\"");
    }

    [Theory]
    [InlineData("/admin/functions/Ingest")]
    [InlineData(Webhook)]
    public async Task Post_HostKeySet_AsksForIt(string path)
    {
        await using var host = await HostUnderTest.StartAsync([typeof(BlobSamples)], settings: ("LocalHost:HostKey", "sesame"));

        using var without = await PostAsync(host, path, "[]");
        using var wrong = await PostAsync(host, path, "[]", "sesam");
        using var right = await PostAsync(host, path, "[]", "sesame");

        without.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        right.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
    }

    private static Task<HostUnderTest> NeverPollingAsync() =>
        HostUnderTest.StartAsync([typeof(BlobSamples), typeof(HttpSamples)], settings: ("LocalHost:BlobPollInterval", "01:00:00"));

    private static Task<HttpResponseMessage> PostAsync(HostUnderTest host, string path, string body, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        if (key is not null)
        {
            request.Headers.Add("x-functions-key", key);
        }
        return host.Client.SendAsync(request);
    }
}
