namespace BundleFunctions.Assistant.Text;

/// <summary>The words of short texts.</summary>
internal static class Words
{
    /// <summary>All words with their places.</summary>
    public static List<Word> Of(ReadOnlySpan<char> text)
    {
        var words = new List<Word>();
        var reader = new WordReader(text, stackalloc char[WordReader.MaxWord]);
        while (reader.TryRead(out var word))
        {
            words.Add(new Word(word.ToString(), reader.Start, reader.End));
        }

        return words;
    }

    /// <summary>The words alone.</summary>
    public static string[] TextsOf(ReadOnlySpan<char> text) => [.. Of(text).Select(word => word.Text)];
}
