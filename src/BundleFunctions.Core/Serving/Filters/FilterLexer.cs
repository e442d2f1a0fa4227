namespace BundleFunctions.Serving.Filters;

/// <summary>Cuts a filter into words.</summary>
internal sealed class FilterLexer(string text)
{
    private static readonly string[] Signs = ["<=", ">=", "!=", "=", "<", ">", "(", ")", "[", "]", ",", "."];

    private int _at;

    /// <summary>The next word.</summary>
    public FilterToken Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        var start = _at;
        if (start == text.Length)
        {
            return new FilterToken(FilterTokenKind.End, string.Empty, start + 1);
        }

        var first = text[start];
        if (first is '"' or '\'')
        {
            return Quoted(first);
        }

        if (char.IsAsciiDigit(first) || (first == '-' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
        {
            return Take(FilterTokenKind.Number, static c => char.IsAsciiDigit(c) || c == '.');
        }

        if (char.IsLetter(first) || first == '_')
        {
            return Take(FilterTokenKind.Name, static c => char.IsLetterOrDigit(c) || c is '_' or '-');
        }

        var sign = Array.Find(Signs, candidate => string.CompareOrdinal(text, start, candidate, 0, candidate.Length) == 0);
        _at += sign?.Length ?? 1;
        return new FilterToken(sign is null ? FilterTokenKind.Unknown : FilterTokenKind.Sign, sign ?? first.ToString(), start + 1);
    }

    private FilterToken Take(FilterTokenKind kind, Func<char, bool> belongs)
    {
        var start = _at++;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return new FilterToken(kind, text[start.._at], start + 1);
    }

    // A quote within a text is written twice.
    private FilterToken Quoted(char quote)
    {
        var start = _at++;
        while (true)
        {
            var end = text.IndexOf(quote, _at);
            if (end < 0)
            {
                _at = text.Length;
                return new FilterToken(FilterTokenKind.Unknown, text[start..], start + 1);
            }

            _at = end + 1;
            if (_at == text.Length || text[_at] != quote)
            {
                var doubled = new string(quote, 2);
                return new FilterToken(FilterTokenKind.Text, text[(start + 1)..end].Replace(doubled, quote.ToString(), StringComparison.Ordinal), start + 1);
            }

            _at++;
        }
    }
}
