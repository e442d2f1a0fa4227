using System.Collections.Frozen;
using BundleFunctions.Assistant.Data;
using BundleFunctions.Assistant.Text;

namespace BundleFunctions.Assistant.Retrieval;

/// <summary>The words that a shop's assistant knows beside those of its catalogue: a small English and Chinese vocabulary of goods, themes,
/// traits and occasions, words that only fill a sentence, and what the shop added.</summary>
internal sealed class Vocabulary
{
    /// <summary>Longest run of words, or of Chinese characters, that is looked up.</summary>
    public const int MaxRun = 6;

    private static readonly Lazy<Vocabulary> BuiltIn = new(() => new Vocabulary(Load(), []));

    private readonly FrozenDictionary<string, Concept> _own;
    private readonly FrozenDictionary<string, Concept> _all;

    private Vocabulary(FrozenDictionary<string, Concept> all, IReadOnlyList<AssistantTerm> terms)
    {
        _all = all;
        var own = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            var concept = new Concept(FindOf(term.Find.Count > 0 ? term.Find : term.Words));
            foreach (var word in term.Words)
            {
                own.TryAdd(KeyOf(word), concept);
            }
        }

        _own = own.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The vocabulary of a shop.</summary>
    public static Vocabulary For(AssistantShopOptions shop) => shop.Terms.Count == 0 ? BuiltIn.Value : new Vocabulary(BuiltIn.Value._all, shop.Terms);

    /// <summary>What a run of words means; null where the vocabulary does not know it.</summary>
    /// <param name="key">English words as <see cref="WordReader"/> gives them, with blanks between; Chinese as it is written.</param>
    public Concept? Find(string key) => _own.GetValueOrDefault(key) ?? _all.GetValueOrDefault(key);

    /// <summary>A run in the form in which it is looked up.</summary>
    public static string KeyOf(string text)
    {
        var plain = PlainText.Of(text, 100).ToLowerInvariant();
        return plain.Any(PlainText.IsHan) ? plain.Replace(" ", "", StringComparison.Ordinal) : string.Join(' ', Words.TextsOf(plain));
    }

    private static FrozenDictionary<string, Concept> Load()
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        foreach (var term in DataFile.Read("terms", DataJson.Default.TermDataArray))
        {
            var isOccasion = string.Equals(term.Kind, "occasion", StringComparison.Ordinal);
            var concept = new Concept(FindOf(term.Find ?? (isOccasion ? [] : term.Words)), isOccasion ? term.Id : null);
            foreach (var word in term.Words)
            {
                concepts.TryAdd(KeyOf(word), concept);
            }
        }

        foreach (var words in DataFile.Read("stop-words", DataJson.Default.DictionaryStringStringArray).Values)
        {
            foreach (var word in words)
            {
                concepts.TryAdd(KeyOf(word), Concept.Filler);
            }
        }

        return concepts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string[][] FindOf(IEnumerable<string> texts) =>
    [
        .. texts.Select(text => Words.TextsOf(PlainText.Of(text, 100).ToLowerInvariant())).Where(words => words.Length > 0)
            .DistinctBy(words => string.Join(' ', words), StringComparer.Ordinal),
    ];
}
