using BundleFunctions.Bundling.Phrases;
using BundleFunctions.Bundling.Titles;
using BundleFunctions.Hosting.Chat;

namespace BundleFunctions.Hosting.Titles;

/// <summary>Asks an OpenAI-compatible endpoint for titles, and gives the rules' own where it is off, late, broken, or answers with what is
/// no title. Only titles, categories and brands of products are sent, never anything of shoppers or orders.</summary>
/// <param name="http">The client; its own timeout is not relied on.</param>
/// <param name="options">Valid options.</param>
/// <param name="clock">Measures the timeout.</param>
public sealed class ChatTitleWriter(HttpClient http, TitleOptions options, TimeProvider clock) : ITitleWriter
{
    private readonly ChatEndpoint? _chat = options.Endpoint is null ? null : new ChatEndpoint(http, options.Endpoint, options.ApiKey, options.Timeout, clock);

    /// <inheritdoc/>
    public async Task<string> WriteAsync(
        IReadOnlyList<Product> products, PhraseBook phrases, string? intent, CancellationToken cancellationToken)
    {
        var byRule = BundleTitler.Title(products, phrases, intent);
        return _chat is null ? byRule : TitleOf(await _chat.AskAsync(RequestFor(products, phrases, intent), cancellationToken)) ?? byRule;
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
