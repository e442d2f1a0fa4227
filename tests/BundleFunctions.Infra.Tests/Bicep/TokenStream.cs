namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>The tokens that are still to be read.</summary>
internal sealed class TokenStream(IReadOnlyList<Token> tokens)
{
    private int _at;

    public Token Current => tokens[_at];

    public int Line => Current.Line;

    public bool IsAtEnd => Current.Kind == TokenKind.End;

    public bool IsAt(string sign) => Current.Kind == TokenKind.Sign && string.Equals(Current.Value, sign, StringComparison.Ordinal);

    /// <summary>Whether a nested declaration begins here: <c>resource name</c>, and no property of that name.</summary>
    public bool IsAtNestedResource => Current is { Kind: TokenKind.Name, Value: "resource" } && tokens[_at + 1].Kind == TokenKind.Name;

    public Token Take() => tokens[_at++];

    public bool TryTake(string sign)
    {
        if (!IsAt(sign))
        {
            return false;
        }

        _at++;
        return true;
    }

    public void Take(string sign)
    {
        if (!TryTake(sign))
        {
            throw Unexpected($"'{sign}'");
        }
    }

    public bool TryTakeName(string name)
    {
        if (Current.Kind != TokenKind.Name || !string.Equals(Current.Value, name, StringComparison.Ordinal))
        {
            return false;
        }

        _at++;
        return true;
    }

    public string TakeName() => Current.Kind == TokenKind.Name ? Take().Value : throw Unexpected("a name");

    public string TakeText() => Current.Kind == TokenKind.Text ? Take().Value : throw Unexpected("a text");

    public void TakeLine()
    {
        if (!IsAtEnd && Take().Kind != TokenKind.NewLine)
        {
            _at--;
            throw Unexpected("the end of the line");
        }
    }

    public void SkipLines()
    {
        while (Current.Kind == TokenKind.NewLine)
        {
            _at++;
        }
    }

    /// <summary>Skips line ends before an operator that goes on with the expression of the line above.</summary>
    public bool IsContinuedBy(params string[] signs)
    {
        var ahead = _at;
        while (tokens[ahead].Kind == TokenKind.NewLine)
        {
            ahead++;
        }

        if (tokens[ahead].Kind != TokenKind.Sign || !signs.Contains(tokens[ahead].Value, StringComparer.Ordinal))
        {
            return false;
        }

        _at = ahead;
        return true;
    }

    public BicepSyntaxException Unexpected(string expected) =>
        new(Line, $"found {(Current.Kind == TokenKind.NewLine ? "the end of the line" : $"'{Current.Value}'")}; expected {expected}");
}
