namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A property of something.</summary>
internal sealed record Member(int Line, Node Target, string Value) : Node(Line)
{
    public override IEnumerable<Node> Children => [Target];
}
