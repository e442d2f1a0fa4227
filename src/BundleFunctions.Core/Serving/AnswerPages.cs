namespace BundleFunctions.Serving;

/// <summary>The kinds of question, as <see cref="AnswerContext.Page"/> names them.</summary>
public static class AnswerPages
{
    public const string Product = "product";

    public const string Cart = "cart";

    public const string User = "user";

    public const string Session = "session";

    public const string Home = "home";

    public const string Bundle = "bundle";

    public const string Search = "search";

    public const string Assistant = "assistant";
}
