using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace BundleFunctions.Bundling.Phrases;

/// <summary>What is said to shoppers, in one language; the texts lie beside this file.</summary>
public sealed class PhraseBook
{
    // In ordinal order.
    private static readonly string[] Spoken = ["en", "zh"];

    private static readonly FrozenDictionary<string, PhraseBook> Books =
        Spoken.ToFrozenDictionary(language => language, Load, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _texts;

    private PhraseBook(string language, FrozenDictionary<string, string> texts) => (Language, _texts) = (language, texts);

    /// <summary>What is spoken where nothing else is asked for.</summary>
    public static PhraseBook English => Books["en"];

    /// <summary>Languages that are spoken, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages { get; } = Spoken;

    /// <summary>The book's language: an ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>Its place among <see cref="Languages"/>.</summary>
    internal int Index { get; private init; }

    /// <summary>Keys of all texts.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The book that suits an <c>Accept-Language</c> header best (RFC 9110, 12.5.4): the language of the highest weight that is
    /// spoken, whatever its region; English where none is, or where the header cannot be read.</summary>
    public static PhraseBook For(string? acceptLanguage)
    {
        var (best, bestWeight) = (English, 0.0);
        foreach (var range in (acceptLanguage ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var language = parts[0].Split('-')[0].ToLowerInvariant();
            if (WeightOf(parts) is var weight && weight > bestWeight && Books.TryGetValue(language, out var book))
            {
                (best, bestWeight) = (book, weight);
            }
        }

        return best;
    }

    /// <summary>A text with its figures put in, numbers in the invariant culture.</summary>
    /// <exception cref="KeyNotFoundException">No text has that key.</exception>
    public string Say(string key, params ReadOnlySpan<object?> figures) =>
        string.Format(CultureInfo.InvariantCulture, _texts[key], figures);

    private static double WeightOf(string[] parts) => Array.Find(parts, part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is not { } q ? 1
        : double.TryParse(q.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;

    private static PhraseBook Load(string language)
    {
        var name = $"BundleFunctions.Bundling.Phrases.{language}.json";
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"Resource {name} is missing from the build.");
        using var json = JsonDocument.Parse(stream);
        return new PhraseBook(language, json.RootElement.EnumerateObject()
            .ToFrozenDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal))
        {
            Index = Array.IndexOf(Spoken, language),
        };
    }
}
