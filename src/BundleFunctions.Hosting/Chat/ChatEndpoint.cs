using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BundleFunctions.Hosting.Chat;

/// <summary>Asks an OpenAI-compatible chat completion, within a time and a size.</summary>
/// <param name="http">The client; its own timeout is not relied on.</param>
/// <param name="address">Where it is.</param>
/// <param name="apiKey">Sent as a bearer token; null where none is asked for.</param>
/// <param name="timeout">How long an answer may take.</param>
/// <param name="clock">Measures the timeout.</param>
internal sealed class ChatEndpoint(HttpClient http, Uri address, string? apiKey, TimeSpan timeout, TimeProvider clock)
{
    private const int MaxResponseBytes = 64 * 1024;

    /// <summary>A client for such endpoints: addresses that change are noticed, and nobody is followed elsewhere with the key.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <summary>The text of the first choice; null where the endpoint is late, broken, or answers with something else.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<string?> AskAsync(ChatRequest question, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(question, ChatJson.Default.ChatRequest) };
            request.Headers.Authorization = apiKey is null ? null : new AuthenticationHeaderValue("Bearer", apiKey);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = response.IsSuccessStatusCode ? await ReadAsync(response, either.Token) : null;
            var answer = body is null ? null : JsonSerializer.Deserialize(body, ChatJson.Default.ChatResponse);
            return answer?.Choices is [var first, ..] ? first?.Message?.Content : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxResponseBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > MaxResponseBytes ? null : buffer[..read];
    }
}
