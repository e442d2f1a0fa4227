namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>An item of something.</summary>
internal sealed record Element(int Line, Node Target, Node Key) : Node(Line)
{
    public override IEnumerable<Node> Children => [Target, Key];
}
