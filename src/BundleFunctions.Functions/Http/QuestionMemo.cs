namespace BundleFunctions.Functions.Http;

/// <summary>Remembers what short query strings ask for. A shop's pages ask with the same few strings all day, and reading one costs more than the
/// answer from memory that follows.</summary>
/// <remarks>As many strings as there are places, each in the one place its hash names, the last come staying: memory is bounded whatever is asked.
/// What is remembered depends on the string alone, so that no shop and no caller sees anything of another's.</remarks>
internal static class QuestionMemo
{
    /// <summary>The longest string worth a place, in characters.</summary>
    public const int MaxLength = 96;

    // A power of two.
    private const int Places = 256;

    private static readonly Entry?[] Entries = new Entry?[Places];

    /// <summary>The question that this query string was read as, if it is remembered.</summary>
    public static bool TryGet(string text, out Question question)
    {
        if (text.Length is > 0 and <= MaxLength && Volatile.Read(ref Entries[PlaceOf(text)]) is { } entry && string.Equals(entry.Text, text, StringComparison.Ordinal))
        {
            question = entry.Question;
            return true;
        }
        question = Question.Plain;
        return false;
    }

    /// <summary>Remembers a question about nobody; others come once.</summary>
    public static void Add(string text, Question question)
    {
        if (text.Length is > 0 and <= MaxLength && question.Asker.IsUntold)
        {
            Volatile.Write(ref Entries[PlaceOf(text)], new Entry(text, question));
        }
    }

    // Seeded in every process, so that nobody can aim at a place.
    private static int PlaceOf(string text) => text.GetHashCode(StringComparison.Ordinal) & (Places - 1);

    private sealed record Entry(string Text, Question Question);
}
