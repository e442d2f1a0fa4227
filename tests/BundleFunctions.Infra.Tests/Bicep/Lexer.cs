namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>Cuts a Bicep file into tokens; comments and white space go, line ends stay.</summary>
internal sealed class Lexer(string text, int line)
{
    // Longer signs first.
    private static readonly string[] Signs =
        ["...", "=>", "==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "??", "::", "{", "}", "[", "]", "(", ")", ",", ":", ".", "?", "!", "=", "<", ">", "+", "-", "*", "/", "%", "@"];

    private int _at;
    private int _line = line;

    /// <exception cref="BicepSyntaxException">A sign that Bicep does not know, or a text without an end.</exception>
    public static List<Token> Read(string text, int line = 1)
    {
        var lexer = new Lexer(text, line);
        var tokens = new List<Token>();
        while (lexer.Next() is { } token)
        {
            tokens.Add(token);
        }

        tokens.Add(new Token(TokenKind.End, "", lexer._line));
        return tokens;
    }

    private Token? Next()
    {
        SkipBlanks();
        if (_at == text.Length)
        {
            return null;
        }

        var sign = text[_at];
        if (sign == '\n')
        {
            _at++;
            return new Token(TokenKind.NewLine, "\n", _line++);
        }

        return sign == '\'' ? ReadText()
            : char.IsAsciiDigit(sign) ? ReadWhile(TokenKind.Number, char.IsAsciiDigit)
            : char.IsAsciiLetter(sign) || sign == '_' ? ReadWhile(TokenKind.Name, letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            : ReadSign();
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (text[_at] is ' ' or '\t' or '\r')
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("//", StringComparison.Ordinal))
            {
                _at = text.IndexOf('\n', _at) is var end and >= 0 ? end : text.Length;
            }
            else
            {
                return;
            }
        }
    }

    private Token ReadWhile(TokenKind kind, Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }

        return new Token(kind, text[start.._at], _line);
    }

    private Token ReadSign()
    {
        var sign = Array.Find(Signs, sign => text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            ?? throw new BicepSyntaxException(_line, $"'{text[_at]}' is no sign of Bicep");
        _at += sign.Length;
        return new Token(TokenKind.Sign, sign, _line);
    }

    private Token ReadText()
    {
        var first = _line;
        if (text.AsSpan(_at).StartsWith("'''", StringComparison.Ordinal))
        {
            var close = text.IndexOf("'''", _at + 3, StringComparison.Ordinal);
            if (close < 0)
            {
                throw new BicepSyntaxException(first, "a text in triple quotes has no end");
            }

            var body = text[(_at + 3)..close];
            (_at, _line) = (close + 3, _line + body.Count(letter => letter == '\n'));
            return new Token(TokenKind.Text, body, first, IsVerbatim: true);
        }

        var start = ++_at;
        var depth = 0;
        for (; _at < text.Length && text[_at] != '\n'; _at++)
        {
            if (text[_at] == '\\')
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("${", StringComparison.Ordinal))
            {
                depth++;
                _at++;
            }
            else if (text[_at] == '}' && depth > 0)
            {
                depth--;
            }
            else if (text[_at] == '\'' && depth == 0)
            {
                return new Token(TokenKind.Text, text[start.._at++], first);
            }
            else if (text[_at] == '\'')
            {
                // A text within an expression within a text.
                _at = text.IndexOf('\'', _at + 1) is var end and >= 0 ? end : text.Length - 1;
            }
        }

        throw new BicepSyntaxException(first, "a text has no end");
    }
}
