namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary><c>if (condition) body</c>.</summary>
internal sealed record Conditional(int Line, Node Condition, Node Then) : Node(Line)
{
    public override IEnumerable<Node> Children => [Condition, Then];
}
