using System.Text;

namespace BundleFunctions.Training.Tests.Data;

/// <summary>CSV whose fields may be quoted and hold commas, quotes and line breaks; the header is left out.</summary>
internal static class QuotedCsv
{
    public static IEnumerable<string[]> Read(string file)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, first) = (false, true);
        foreach (var c in File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c == '"')
            {
                // A doubled quote within a quoted field closes it and opens it again: the field keeps one of the two.
                field.Append(!quoted && field.Length > 0 ? "\"" : string.Empty);
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    if (!first)
                    {
                        yield return [.. fields];
                    }

                    first = false;
                    fields.Clear();
                }
            }
            else
            {
                field.Append(c);
            }
        }
    }
}
