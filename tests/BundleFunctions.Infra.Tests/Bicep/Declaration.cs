namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>One statement of a Bicep file.</summary>
/// <param name="Line">Where it begins.</param>
/// <param name="Keyword"><c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c>, <c>output</c> or <c>targetScope</c>.</param>
/// <param name="Name">What it declares.</param>
/// <param name="Type">Type of a parameter or output; type and version of a resource; path of a module.</param>
/// <param name="IsExisting">A resource that is only looked at.</param>
/// <param name="Value">Value, default, or body; of a parameter without a default the literal null.</param>
/// <param name="Decorators">What stands before it with <c>@</c>.</param>
internal sealed record Declaration(
    int Line, string Keyword, string Name, string Type, bool IsExisting, Node Value, IReadOnlyList<Call> Decorators)
{
    /// <summary>Its object, past condition and loop; null where it is none.</summary>
    public Body? Body => Unwrap(Value) as Body;

    /// <summary>A parameter that must be given.</summary>
    public bool IsRequired => Keyword == "param" && Value is Literal { Value: "" };

    private static Node Unwrap(Node node) => node switch
    {
        Conditional conditional => Unwrap(conditional.Then),
        Loop loop => Unwrap(loop.Each),
        _ => node,
    };
}
