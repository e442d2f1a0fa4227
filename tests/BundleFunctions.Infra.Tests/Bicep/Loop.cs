namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary><c>[for item in source: body]</c>.</summary>
internal sealed record Loop(int Line, string Item, Node Source, Node Each) : Node(Line)
{
    public override IEnumerable<Node> Children => [Source, Each];
}
