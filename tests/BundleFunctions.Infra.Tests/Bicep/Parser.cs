namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>Reads the statements of a Bicep file; stricter than the language where that costs nothing.</summary>
internal sealed class Parser
{
    private static readonly string[] Types = ["string", "int", "bool", "object", "array"];
    private static readonly string[] Keywords = ["targetScope", "param", "var", "resource", "module", "output"];

    private readonly TokenStream _tokens;
    private readonly ExpressionParser _expressions;

    private Parser(IReadOnlyList<Token> tokens)
    {
        _tokens = new TokenStream(tokens);
        _expressions = new ExpressionParser(_tokens, ReadNested);
    }

    /// <exception cref="BicepSyntaxException">The file is not what this reads.</exception>
    public static IReadOnlyList<Declaration> Parse(string text)
    {
        var parser = new Parser(Lexer.Read(text));
        var declarations = new List<Declaration>();
        parser._tokens.SkipLines();
        while (!parser._tokens.IsAtEnd)
        {
            declarations.Add(parser.ReadStatement());
            parser._tokens.SkipLines();
        }

        return declarations;
    }

    private Declaration ReadStatement()
    {
        var decorators = new List<Call>();
        while (_tokens.TryTake("@"))
        {
            decorators.Add(_expressions.ReadExpression() as Call ?? throw _tokens.Unexpected("a decorator"));
            _tokens.TakeLine();
            _tokens.SkipLines();
        }

        var line = _tokens.Line;
        var keyword = _tokens.TakeName();
        if (!Keywords.Contains(keyword, StringComparer.Ordinal))
        {
            throw new BicepSyntaxException(line, $"'{keyword}' begins no statement");
        }

        var declaration = keyword == "targetScope" ? ReadValue(line, keyword, "targetScope") : ReadNamed(line, keyword, _tokens.TakeName());
        _tokens.TakeLine();
        return declaration with { Decorators = decorators };
    }

    private Declaration ReadNamed(int line, string keyword, string name) => keyword switch
    {
        "param" => ReadTyped(line, keyword, name, isOptional: true),
        "output" => ReadTyped(line, keyword, name, isOptional: false),
        "var" => ReadValue(line, keyword, name),
        _ => ReadDeployed(line, keyword, name),
    };

    private Declaration ReadTyped(int line, string keyword, string name, bool isOptional)
    {
        var type = _tokens.TakeName();
        if (!Types.Contains(type, StringComparer.Ordinal))
        {
            throw new BicepSyntaxException(line, $"'{type}' is no type");
        }

        return isOptional && !_tokens.IsAt("=")
            ? new Declaration(line, keyword, name, type, false, new Literal(line, ""), [])
            : ReadValue(line, keyword, name) with { Type = type };
    }

    private Declaration ReadValue(int line, string keyword, string name)
    {
        _tokens.Take("=");
        return new Declaration(line, keyword, name, "", false, _expressions.ReadExpression(), []);
    }

    private Declaration ReadDeployed(int line, string keyword, string name)
    {
        var type = _tokens.TakeText();
        var existing = keyword == "resource" && _tokens.TryTakeName("existing");
        _tokens.Take("=");
        var value = _tokens.TryTakeName("if") ? ReadCondition() : _expressions.ReadExpression();
        var declaration = new Declaration(line, keyword, name, type, existing, value, []);
        return declaration.Body is null ? throw new BicepSyntaxException(line, $"{keyword} {name} has no body") : declaration;
    }

    private Conditional ReadCondition()
    {
        var line = _tokens.Line;
        _tokens.Take("(");
        var condition = _expressions.ReadExpression();
        _tokens.Take(")");
        return new Conditional(line, condition, _expressions.ReadExpression());
    }

    private Declaration ReadNested()
    {
        var line = _tokens.Line;
        _tokens.TakeName();
        return ReadDeployed(line, "resource", _tokens.TakeName());
    }
}
