using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace BundleFunctions.LocalHost.Blobs;

/// <summary>
/// A blob trigger's path such as <c>models/{shop}/{model}/manifest.json</c>: a container, and a name with parameters. As on the
/// platform each parameter matches as much as it may, slashes too: <c>events/{name}</c> holds a whole path below the container, and
/// of two parameters the first swallows the longer part.
/// </summary>
public sealed class BlobPathPattern
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly Regex _name;

    private BlobPathPattern(string text, string container, string prefix, Regex name, ReadOnlyCollection<string> parameterNames)
    {
        Text = text;
        Container = container;
        Prefix = prefix;
        _name = name;
        ParameterNames = parameterNames;
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>The container; never a parameter.</summary>
    public string Container { get; }

    /// <summary>The part of the name before the first parameter, by which listings are narrowed; may be empty.</summary>
    public string Prefix { get; }

    /// <summary>The parameters in the order they stand.</summary>
    public IReadOnlyList<string> ParameterNames { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">Container, slash, name with parameters in braces.</param>
    /// <param name="pattern">The pattern, where it is well formed.</param>
    /// <param name="complaint">What is wrong with it otherwise, to stand behind the quoted path.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out BlobPathPattern? pattern, [NotNullWhen(false)] out string? complaint)
    {
        pattern = null;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == text.Length - 1 || text.AsSpan(0, slash).ContainsAny('{', '}'))
        {
            complaint = "is not a container, a slash and a blob name.";
            return false;
        }

        var name = text[(slash + 1)..];
        var expression = new StringBuilder("^");
        var parameters = new List<string>();
        var at = 0;
        while (at < name.Length)
        {
            var open = name.IndexOf('{', at);
            var literal = open < 0 ? name[at..] : name[at..open];
            expression.Append(Regex.Escape(literal));
            at += literal.Length;
            if (open < 0)
            {
                break;
            }

            var close = name.IndexOf('}', open);
            var parameter = close < 0 ? "" : name[(open + 1)..close];
            if (parameter.Length == 0 || !parameter.All(char.IsAsciiLetterOrDigit) || char.IsAsciiDigit(parameter[0]))
            {
                complaint = "has a brace that holds no parameter name of letters and digits.";
                return false;
            }
            if (parameters.Contains(parameter, StringComparer.OrdinalIgnoreCase))
            {
                complaint = $"names the parameter '{parameter}' twice.";
                return false;
            }
            parameters.Add(parameter);
            expression.Append("(?<").Append(parameter).Append(">.*)");
            at = close + 1;
        }

        const RegexOptions options = RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
        var first = name.IndexOf('{', StringComparison.Ordinal);
        pattern = new BlobPathPattern(
            text,
            text[..slash],
            first < 0 ? name : name[..first],
            new Regex(expression.Append('$').ToString(), options, MatchTimeout),
            parameters.AsReadOnly());
        complaint = null;
        return true;
    }

    /// <summary>Matches a blob's name within the container, and tells what its parameters hold.</summary>
    /// <param name="blobName">The name without the container.</param>
    /// <param name="values">The parameters' values, by name without regard to case; empty where the name does not fit.</param>
    public bool TryMatch(string blobName, out IReadOnlyDictionary<string, string> values)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        values = found;
        if (!blobName.StartsWith(Prefix, StringComparison.Ordinal) || _name.Match(blobName) is not { Success: true } match)
        {
            return false;
        }
        foreach (var parameter in ParameterNames)
        {
            found[parameter] = match.Groups[parameter].Value;
        }
        return true;
    }
}
