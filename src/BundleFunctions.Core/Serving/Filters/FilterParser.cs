namespace BundleFunctions.Serving.Filters;

/// <summary>Reads a filter by recursive descent, into one test.</summary>
internal sealed class FilterParser
{
    private readonly FilterLexer _lexer;
    private readonly bool _merchant;
    private FilterToken _token;
    private int _depth;
    private int _terms;

    /// <param name="text">The condition.</param>
    /// <param name="merchant">Whether the shop's own people ask, who may look at margins.</param>
    public FilterParser(string text, bool merchant)
    {
        _merchant = merchant;
        _lexer = new FilterLexer(text);
        _token = _lexer.Next();
    }

    /// <summary>What was found and expected, and where; null where all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>The test; null where there is a fault.</summary>
    public Func<Product, bool>? Read()
    {
        var test = Any();
        return test is not null && _token.Kind != FilterTokenKind.End ? Refuse("'and', 'or' or the end") : test;
    }

    private string Names => _merchant ? FilterField.NamesOfMerchants : FilterField.Names;

    private Func<Product, bool>? Any() => Joined("or", All, static (left, right) => product => left(product) || right(product));

    private Func<Product, bool>? All() => Joined("and", One, static (left, right) => product => left(product) && right(product));

    private Func<Product, bool>? Joined(
        string word, Func<Func<Product, bool>?> part, Func<Func<Product, bool>, Func<Product, bool>, Func<Product, bool>> join)
    {
        var left = part();
        while (left is not null && _token.Is(word))
        {
            Advance();
            left = part() is { } right ? join(left, right) : null;
        }

        return left;
    }

    private Func<Product, bool>? One()
    {
        if (_token.Is("not"))
        {
            return Deeper(() => One() is { } negated ? product => !negated(product) : null);
        }

        if (!_token.IsSign("("))
        {
            return Comparison();
        }

        return Deeper(() => Any() is { } inner && Expect(")") ? inner : null);
    }

    private Func<Product, bool>? Deeper(Func<Func<Product, bool>?> read)
    {
        if (++_depth > ProductFilter.MaxDepth)
        {
            return Refuse($"{ProductFilter.MaxDepth} levels or less");
        }

        Advance();
        var inner = read();
        _depth--;
        return inner;
    }

    private Func<Product, bool>? Comparison()
    {
        if (Field() is not { } field)
        {
            return null;
        }

        if (_token.Is("in"))
        {
            Advance();
            return In(field);
        }

        var sign = _token;
        if (sign.Kind != FilterTokenKind.Sign || sign.Text is not ("=" or "!=" or "<" or "<=" or ">" or ">="))
        {
            return Refuse("=, !=, <, <=, >, >= or in");
        }

        Advance();
        if (Value(field) is not { } value)
        {
            return null;
        }

        switch (sign.Text)
        {
            case "=": return product => field.Equals(product, value) == true;
            case "!=": return product => field.Equals(product, value) == false;
        }

        if (!field.HasOrder || value.Number is not { } bound)
        {
            Fault = $"filter, character {sign.Position}: found {sign.Text}, which needs a number on both sides; expected = or !=.";
            return null;
        }

        // A field without a number is null, and null is neither less nor greater.
        return sign.Text switch
        {
            "<" => product => field.NumberOf(product) < bound,
            "<=" => product => field.NumberOf(product) <= bound,
            ">" => product => field.NumberOf(product) > bound,
            _ => product => field.NumberOf(product) >= bound,
        };
    }

    private Func<Product, bool>? In(FilterField field)
    {
        if (!Expect("("))
        {
            return null;
        }

        var values = new List<FilterValue>();
        do
        {
            if (values.Count > 0)
            {
                Advance();
            }

            if (Value(field) is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (_token.IsSign(","));
        return Expect(")") ? product => values.Exists(value => field.Equals(product, value) == true) : null;
    }

    private FilterField? Field()
    {
        var name = _token;
        if (name.Kind != FilterTokenKind.Name)
        {
            Refuse(Names);
            return null;
        }

        Advance();
        if (!string.Equals(name.Text, "attributes", StringComparison.Ordinal))
        {
            return FilterField.Find(name.Text, _merchant) ?? NoField(name);
        }

        if (_token.IsSign("."))
        {
            Advance();
            return Attribute(FilterTokenKind.Name);
        }

        if (!_token.IsSign("["))
        {
            Refuse(". or [ and an attribute's name");
            return null;
        }

        Advance();
        return Attribute(FilterTokenKind.Text) is { } attribute && Expect("]") ? attribute : null;
    }

    private FilterField? Attribute(FilterTokenKind kind)
    {
        var name = _token;
        if (name.Kind != kind)
        {
            Refuse(kind == FilterTokenKind.Name ? "an attribute's name" : "an attribute's name in quotes");
            return null;
        }

        Advance();
        return FilterField.Attribute(name.Text);
    }

    private FilterField? NoField(FilterToken name)
    {
        Fault = $"filter, character {name.Position}: found {name.Shown}; expected {Names}.";
        return null;
    }

    private FilterValue? Value(FilterField field)
    {
        var token = _token;
        var number = token.Kind == FilterTokenKind.Number ? FilterValue.NumberOf(token.Text) : null;
        if (number is null && (field.IsNumber || token.Kind != FilterTokenKind.Text))
        {
            Refuse(field.IsNumber ? "a number" : "a number or a text in quotes");
            return null;
        }

        if (++_terms > ProductFilter.MaxTerms)
        {
            Refuse($"{ProductFilter.MaxTerms} values or less");
            return null;
        }

        Advance();
        return new FilterValue(token.Text, number);
    }

    private bool Expect(string sign)
    {
        if (!_token.IsSign(sign))
        {
            Refuse(sign);
            return false;
        }

        Advance();
        return true;
    }

    private void Advance() => _token = _lexer.Next();

    private Func<Product, bool>? Refuse(string expected)
    {
        Fault ??= $"filter, character {_token.Position}: found {_token.Shown}; expected {expected}.";
        return null;
    }
}
