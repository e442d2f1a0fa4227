namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A property of an object.</summary>
internal sealed record Property(int Line, Node Key, Node Value) : Node(Line)
{
    public override IEnumerable<Node> Children => [Key, Value];

    public string KeyText => ((Text)Key).Value;
}
