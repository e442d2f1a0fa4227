using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BundleFunctions.Assistant.Data;

namespace BundleFunctions.Assistant.Understanding;

/// <summary>The patterns by which intents are told, of one language; they lie in <c>intents.json</c>. Matched without backtracking: the cost is linear
/// in the question, whatever it holds.</summary>
internal sealed class IntentRules
{
    private static readonly Lazy<FrozenDictionary<string, IntentRules>> All = new(Load);

    private readonly FrozenDictionary<string, Regex[]> _patterns;

    private IntentRules(FrozenDictionary<string, Regex[]> patterns) => _patterns = patterns;

    /// <summary>The rules of a language that is spoken.</summary>
    public static IntentRules For(string language) => All.Value[language];

    /// <summary>Whether a question sounds like an intent.</summary>
    /// <param name="question">In lower case and plain signs.</param>
    /// <param name="intent">As <c>intents.json</c> names it.</param>
    public bool Sounds(string question, string intent) => Array.Exists(_patterns[intent], pattern => pattern.IsMatch(question));

    private static FrozenDictionary<string, IntentRules> Load() =>
        DataFile.Read("intents", DataJson.Default.DictionaryStringDictionaryStringStringArray).ToFrozenDictionary(
            language => language.Key,
            language => new IntentRules(language.Value.ToFrozenDictionary(intent => intent.Key, intent => Make(intent.Value), StringComparer.Ordinal)),
            StringComparer.Ordinal);

    // One by one: all in one would be too large an automaton. Its time is linear in the question: a limit by the clock would only fail questions on a
    // busy machine.
    private static Regex[] Make(string[] patterns) => Array.ConvertAll(patterns, pattern => new Regex(
        pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout));
}
