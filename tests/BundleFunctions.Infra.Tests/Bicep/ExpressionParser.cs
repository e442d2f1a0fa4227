namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>Reads expressions, by the language's order of operators.</summary>
internal sealed class ExpressionParser(TokenStream tokens, Func<Declaration> readNested)
{
    // From the loosest to the tightest.
    private static readonly string[][] Levels = [["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    public Node ReadExpression()
    {
        var line = tokens.Line;
        var condition = ReadBinary(0);
        if (!tokens.IsContinuedBy("?"))
        {
            return condition;
        }

        tokens.Take("?");
        tokens.SkipLines();
        var first = ReadExpression();
        tokens.SkipLines();
        tokens.Take(":");
        tokens.SkipLines();
        return new Operation(line, "?:", [condition, first, ReadExpression()]);
    }

    private Node ReadBinary(int level)
    {
        if (level == Levels.Length)
        {
            return ReadUnary();
        }

        var left = ReadBinary(level + 1);
        while (Array.Exists(Levels[level], tokens.IsAt))
        {
            var sign = tokens.Take();
            tokens.SkipLines();
            left = new Operation(sign.Line, sign.Value, [left, ReadBinary(level + 1)]);
        }

        return left;
    }

    private Node ReadUnary()
    {
        var line = tokens.Line;
        return tokens.TryTake("!") ? new Operation(line, "!", [ReadUnary()])
            : tokens.TryTake("-") ? new Operation(line, "-", [ReadUnary()])
            : ReadPostfix(ReadPrimary());
    }

    private Node ReadPostfix(Node target)
    {
        while (true)
        {
            var line = tokens.Line;
            if (tokens.TryTake("."))
            {
                tokens.TryTake("?");
                var name = tokens.TakeName();
                target = tokens.IsAt("(") ? new Call(line, target, name, ReadList("(", ")")) : new Member(line, target, name);
            }
            else if (tokens.TryTake("["))
            {
                target = new Element(line, target, ReadExpression());
                tokens.Take("]");
            }
            else if (!tokens.TryTake("!"))
            {
                return target;
            }
        }
    }

    private Node ReadPrimary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                tokens.Take();
                return new Literal(token.Line, token.Value);
            case TokenKind.Text:
                tokens.Take();
                return ReadText(token);
            case TokenKind.Name:
                tokens.Take();
                return token.Value is "true" or "false" or "null" ? new Literal(token.Line, token.Value)
                    : tokens.IsAt("(") ? new Call(token.Line, null, token.Value, ReadList("(", ")"))
                    : new Name(token.Line, token.Value);
            default:
                return tokens.IsAt("{") ? ReadBody() : tokens.IsAt("[") ? ReadItems() : ReadGroup();
        }
    }

    private Node ReadGroup()
    {
        tokens.Take("(");
        var inner = ReadExpression();
        tokens.Take(")");
        return inner;
    }

    private Text ReadText(Token token)
    {
        var parts = new List<Node>();
        for (var at = 0; !token.IsVerbatim && (at = token.Value.IndexOf("${", at, StringComparison.Ordinal)) >= 0;)
        {
            if (at > 0 && token.Value[at - 1] == '\\')
            {
                at += 2;
                continue;
            }

            var end = FindEnd(token, at + 2);
            var inner = new TokenStream(Lexer.Read(token.Value[(at + 2)..end], token.Line));
            parts.Add(new ExpressionParser(inner, readNested).ReadExpression());
            if (!inner.IsAtEnd)
            {
                throw inner.Unexpected("the end of an expression in a text");
            }

            at = end;
        }

        return new Text(token.Line, token.Value, parts);
    }

    private static int FindEnd(Token token, int start)
    {
        var depth = 0;
        for (var at = start; at < token.Value.Length; at++)
        {
            depth += token.Value[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth < 0)
            {
                return at;
            }
        }

        throw new BicepSyntaxException(token.Line, "an expression in a text has no end");
    }

    private Node ReadItems()
    {
        var line = tokens.Line;
        tokens.Take("[");
        tokens.SkipLines();
        if (!tokens.TryTakeName("for"))
        {
            return new Items(line, ReadRest("]"));
        }

        var item = tokens.TakeName();
        if (!tokens.TryTakeName("in"))
        {
            throw tokens.Unexpected("'in'");
        }

        var source = ReadExpression();
        tokens.Take(":");
        tokens.SkipLines();
        var each = ReadExpression();
        tokens.SkipLines();
        tokens.Take("]");
        return new Loop(line, item, source, each);
    }

    private List<Node> ReadList(string open, string close)
    {
        tokens.Take(open);
        tokens.SkipLines();
        return ReadRest(close);
    }

    // Items stand on lines of their own, or are parted by commas.
    private List<Node> ReadRest(string close)
    {
        var values = new List<Node>();
        while (!tokens.TryTake(close))
        {
            values.Add(ReadExpression());
            if (!tokens.IsAt(close) && !tokens.TryTake(","))
            {
                tokens.TakeLine();
            }

            tokens.SkipLines();
        }

        return values;
    }

    private Body ReadBody()
    {
        var line = tokens.Line;
        tokens.Take("{");
        tokens.SkipLines();
        var properties = new List<Property>();
        var nested = new List<Declaration>();
        while (!tokens.TryTake("}"))
        {
            if (tokens.IsAtNestedResource)
            {
                nested.Add(readNested());
            }
            else
            {
                properties.Add(ReadProperty());
            }

            if (!tokens.IsAt("}") && !tokens.TryTake(","))
            {
                tokens.TakeLine();
            }

            tokens.SkipLines();
        }

        return properties.GroupBy(property => property.KeyText, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new BicepSyntaxException(twice.Last().Line, $"'{twice.Key}' is given twice")
            : new Body(line, properties, nested);
    }

    private Property ReadProperty()
    {
        var token = tokens.Current;
        var key = token.Kind == TokenKind.Text ? ReadText(tokens.Take()) : new Text(token.Line, tokens.TakeName(), []);
        tokens.Take(":");
        return new Property(token.Line, key, ReadExpression());
    }
}
