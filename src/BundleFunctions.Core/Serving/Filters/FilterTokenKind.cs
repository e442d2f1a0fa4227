namespace BundleFunctions.Serving.Filters;

/// <summary>The kinds of words of a filter.</summary>
internal enum FilterTokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A field or a key word.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>What stands between quotes.</summary>
    Text,

    /// <summary>A comparison, a parenthesis, a bracket, a comma or a dot.</summary>
    Sign,

    /// <summary>What begins no word.</summary>
    Unknown,
}
