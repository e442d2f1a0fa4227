namespace BundleFunctions.Functions.Http;

/// <summary>One panel of a page.</summary>
internal sealed record PanelBody : QuestionBody
{
    /// <summary>What the page calls it; each once.</summary>
    public string? Name { get; init; }

    /// <summary><c>product</c>, <c>cart</c>, <c>user</c>, <c>session</c> or <c>home</c>.</summary>
    public string? Page { get; init; }

    /// <summary>The page's product, or the cart's.</summary>
    public string?[]? ProductIds { get; init; }
}
