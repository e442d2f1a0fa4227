using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BundleFunctions.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BundleFunctions.ServingShop;

/// <summary>Counts what one answer allocates, the web server's own part included, beside an endpoint that answers with the same bytes. The asker is in
/// the same process and allocates nothing.</summary>
internal static class Allocations
{
    private const int WarmUp = 20_000;
    private const int Counted = 20_000;

    public static async Task<int> RunAsync(string directory)
    {
        await using var app = ServingApp.Build(directory);
        await app.StartAsync();
        var ring = app.Services.GetRequiredService<ApiKeyRing>();
        var key = (await ring.IssueAsync(ServingApp.Shop, ApiRole.Read, "allocations", default))!.Key;
        var ours = Count(app, $"GET /api/v1/{ServingApp.Shop}/products/p-1/bundles?limit=5 HTTP/1.1\r\nHost: x\r\nx-api-key: {key}\r\n\r\n", out var body);
        await ring.RevokeAsync(ServingApp.Shop, key, default);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var bare = builder.Build();
        bare.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        await bare.StartAsync();
        var theirs = Count(bare, $"GET / HTTP/1.1\r\nHost: x\r\nx-api-key: {key}\r\n\r\n", out _);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ours:0} {theirs:0} {body.Length}"));
        return 0;
    }

    private static double Count(WebApplication app, string request, out byte[] body)
    {
        var address = new Uri(app.Urls.First());
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(address.Host, address.Port);
        var (asked, answer) = (Encoding.ASCII.GetBytes(request), new byte[1 << 16]);
        var (length, headers) = (0, 0);
        for (var i = 0; i < WarmUp; i++)
        {
            (length, headers) = Ask(socket, asked, answer);
        }

        body = answer.AsSpan(headers, length - headers).ToArray();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Counted; i++)
        {
            Ask(socket, asked, answer);
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Counted;
    }

    /// <summary>Length of the whole answer, and of its head.</summary>
    private static (int Length, int Headers) Ask(Socket socket, byte[] request, byte[] answer)
    {
        socket.Send(request);
        var (read, headers, length) = (0, 0, int.MaxValue);
        while (read < length)
        {
            read += socket.Receive(answer, read, answer.Length - read, SocketFlags.None);
            if (length == int.MaxValue && answer.AsSpan(0, read).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                headers = end + 4;
                var from = answer.AsSpan(0, headers).IndexOf("Content-Length: "u8) + 16;
                length = headers + int.Parse(answer.AsSpan(from, answer.AsSpan(from, headers - from).IndexOf((byte)'\r')), CultureInfo.InvariantCulture);
                if (!answer.AsSpan(0, 12).SequenceEqual("HTTP/1.1 200"u8))
                {
                    throw new InvalidOperationException(Encoding.UTF8.GetString(answer, 0, read));
                }
            }
        }

        return (length, headers);
    }
}
