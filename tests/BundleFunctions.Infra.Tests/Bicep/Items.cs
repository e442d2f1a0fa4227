namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A list that is written out.</summary>
internal sealed record Items(int Line, IReadOnlyList<Node> Values) : Node(Line)
{
    public override IEnumerable<Node> Children => Values;
}
