using System.Collections.Frozen;
using BundleFunctions.Bundling.Phrases;

namespace BundleFunctions.Assistant.Text;

/// <summary>Tells in which of the spoken languages a question is asked.</summary>
internal static class QuestionLanguage
{
    // Words that stand in English questions and in no product's name.
    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ["what", "how", "which", "is", "are", "do", "does", "the", "you", "have", "my", "me", "can", "i", "please", "with", "show", "than", "for", "much"], StringComparer.Ordinal);

    /// <summary>Chinese where there are Chinese characters and not the frame of an English sentence around them; English where there are only
    /// other letters; what the asker prefers where there are none.</summary>
    public static PhraseBook Of(string question, PhraseBook preferred)
    {
        var (han, letters) = (0, 0);
        foreach (var sign in question)
        {
            han += PlainText.IsHan(sign) ? 1 : 0;
            letters += char.IsAsciiLetter(sign) ? 1 : 0;
        }

        if (han > 0)
        {
            return Words.Of(question).Count(word => English.Contains(word.Text)) >= 2 ? PhraseBook.English : PhraseBook.For("zh");
        }

        return letters > 0 ? PhraseBook.English : preferred;
    }
}
