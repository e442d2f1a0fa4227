namespace BundleFunctions;

/// <summary>A text as a field of CSV that we write (RFC 4180).</summary>
public static class CsvCell
{
    /// <summary>Quoted where it has to be; one that a spreadsheet would take for a formula is made a text by an apostrophe.</summary>
    public static string Of(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
