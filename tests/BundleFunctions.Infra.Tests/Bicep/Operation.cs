namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>One, two or three operands.</summary>
internal sealed record Operation(int Line, string Sign, IReadOnlyList<Node> Operands) : Node(Line)
{
    public override IEnumerable<Node> Children => Operands;
}
