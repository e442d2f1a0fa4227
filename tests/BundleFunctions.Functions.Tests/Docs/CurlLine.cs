using System.Text.RegularExpressions;

namespace BundleFunctions.Functions.Tests.Docs;

/// <summary>A request as a documented <c>curl</c> line makes it.</summary>
internal sealed partial record CurlLine(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    /// <param name="line">The line, its words quoted as for a shell.</param>
    /// <param name="variables">Values of the shell variables in it.</param>
    public static CurlLine Parse(string line, IReadOnlyDictionary<string, string> variables)
    {
        var words = Word().Matches(line.Replace("\\\n", " ", StringComparison.Ordinal)).Select(Unquoted).ToList();
        words[0].ShouldBe("curl");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? method = null, url = null, body = null;
        for (var i = 1; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "-s": break;
                case "-X": method = words[++i]; break;
                case "-d": body = words[++i]; break;
                case "-H":
                    var header = words[++i].Split(": ", 2);
                    headers.Add(header[0], header[1]);
                    break;
                default:
                    url.ShouldBeNull($"two addresses in {line}");
                    url = words[i];
                    break;
            }
        }

        var parts = url.ShouldNotBeNull().Split('?', 2);
        return new CurlLine(method ?? (body is null ? "GET" : "POST"), parts[0], parts.Length > 1 ? $"?{parts[1]}" : "", headers, body);

        string Unquoted(Match word) =>
            word.Groups["plain"].Success ? word.Groups["plain"].Value
            : variables.Aggregate(word.Groups["open"].Value, (text, variable) => text.Replace($"${variable.Key}", variable.Value, StringComparison.Ordinal));
    }

    // 'nothing is replaced', "$VARIABLES are", or a bare word.
    [GeneratedRegex("""'(?<plain>[^']*)'|"(?<open>[^"]*)"|(?<plain>\S+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
