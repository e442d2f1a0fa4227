namespace BundleFunctions.Training.Bundles.Generation;

/// <summary>Splits texts into words.</summary>
internal static class Words
{
    /// <summary>Runs of letters and digits, in lower case.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The levels of a category path, trimmed.</summary>
    public static string[] Levels(string path) => path.Split(['/', '>'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
