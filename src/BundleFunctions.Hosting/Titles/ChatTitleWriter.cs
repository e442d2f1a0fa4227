using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Bundling.Titles;

namespace BundleFunctions.Hosting.Titles;

/// <summary>Asks an OpenAI-compatible endpoint for titles, and gives the rules' own where it is off, late, broken, or answers with what is
/// no title. Only titles, categories and brands of products are sent, never anything of shoppers or orders.</summary>
/// <param name="http">The client; its own timeout is not relied on.</param>
/// <param name="options">Valid options.</param>
/// <param name="clock">Measures the timeout.</param>
public sealed class ChatTitleWriter(HttpClient http, TitleOptions options, TimeProvider clock) : ITitleWriter
{
    private const int MaxResponseBytes = 64 * 1024;

    /// <inheritdoc/>
    public async Task<string> WriteAsync(
        IReadOnlyList<Product> products, PhraseBook phrases, string? intent, CancellationToken cancellationToken)
    {
        var byRule = BundleTitler.Title(products, phrases, intent);
        if (options.Endpoint is not { } endpoint)
        {
            return byRule;
        }

        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, endpoint)
            {
                Content = JsonContent.Create(RequestFor(products, phrases, intent), ChatJson.Default.ChatRequest),
            };
            request.Headers.Authorization = options.ApiKey is null ? null : new AuthenticationHeaderValue("Bearer", options.ApiKey);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                return byRule;
            }

            var body = await ReadAsync(response, either.Token);
            var answer = body is null ? null : JsonSerializer.Deserialize(body, ChatJson.Default.ChatResponse);
            return TitleOf(answer?.Choices is [var first, ..] ? first.Message?.Content : null) ?? byRule;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return byRule;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MaxResponseBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > MaxResponseBytes ? null : buffer[..read];
    }

    private static string? TitleOf(string? content)
    {
        var title = content?.Trim().Trim('"', '“', '”').Trim();
        return title is { Length: > 0 and <= BundleTitler.MaxLength } && !title.Any(char.IsControl) ? title : null;
    }

    private ChatRequest RequestFor(IReadOnlyList<Product> products, PhraseBook phrases, string? intent)
    {
        var lines = products.Select(product => $"- {product.Title} ({string.Join("; ", product.Categories.Take(2))}; {product.Brand})");
        var purpose = intent is null ? string.Empty : $"\nPurpose: {intent}";
        return new ChatRequest(
            options.Model,
            [
                new ChatMessage("system", $"Name a shop's product bundle in one line of at most 60 characters, in language '{phrases.Language}'. Answer with the name alone: no quotes, no prices, no claims."),
                new ChatMessage("user", string.Join('\n', lines) + purpose),
            ],
            Temperature: 0,
            MaxTokens: 40);
    }
}
