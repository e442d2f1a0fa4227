using System.Net.Sockets;
using System.Text;

namespace BundleFunctions.LocalHost.Tests.Security;

/// <summary>What no client of ours would send, over a real connection.</summary>
public sealed class SlowAndWrongRequestTests
{
    private const string Cart = "/api/v1/demo/carts/bundles";

    [Theory]
    [InlineData("GET", "/api/v1/demo/bundles?limit=0", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?limit=-1", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?limit=1e9", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?limit=1000000000", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?limit=abc", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?limit=3&limit=4", 400)]
    [InlineData("GET", "/api/v1/demo/bundles?explain=maybe", 400)]
    [InlineData("DELETE", "/api/v1/demo/bundles", 405)]
    [InlineData("PUT", Cart, 405)]
    [InlineData("GET", "/api/v1/demo/nothing-here", 404)]
    public async Task Send_WrongRequest_IsRefusedAsProblemJson(string method, string path, int status)
    {
        await using var host = await ApiHost.StartAsync();

        using var answer = await host.SendAsync(method, path, host.ReadKey);

        ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((status, "application/problem+json"));
    }

    [Fact]
    public async Task Send_UrlOf32Kilobytes_IsRefusedByTheServer()
    {
        await using var host = await ApiHost.StartAsync();

        (await host.AskAsync("GET", $"/api/v1/demo/bundles?cursor={new string('x', 32 << 10)}", host.ReadKey)).Status.ShouldBe(414);
    }

    [Fact]
    public async Task Post_AnotherTypeOrAHundredMegabytes_IsRefusedWithoutReadingIt()
    {
        await using var host = await ApiHost.StartAsync();

        (await SendRawAsync(host, "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}")).ShouldStartWith("HTTP/1.1 415");
        (await SendRawAsync(host, $"Content-Type: application/json\r\nContent-Length: {100 << 20}\r\n\r\n{{")).ShouldStartWith("HTTP/1.1 413");
    }

    [Fact]
    public async Task Post_BodyThatNeverEnds_IsGivenUpWithinSeconds()
    {
        await using var host = await ApiHost.StartAsync();

        var answer = await SendRawAsync(host, "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"items\":[");

        answer.ShouldStartWith("HTTP/1.1 408");
        answer.ShouldContain("application/problem+json");
    }

    private static async Task<string> SendRawAsync(ApiHost host, string rest)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var address = host.Client.BaseAddress!;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port, limit.Token);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST {Cart} HTTP/1.1\r\nHost: x\r\nx-api-key: {host.ReadKey}\r\nConnection: close\r\n{rest}"), limit.Token);
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        while (await ReceiveAsync(socket, buffer, limit.Token) is > 0 and var read)
        {
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }

    // A server that has answered may reset a connection on which more was promised than came.
    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, cancellationToken);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
