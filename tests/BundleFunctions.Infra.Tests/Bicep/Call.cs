namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A call; <paramref name="Target"/> is null where it is of no object or namespace.</summary>
internal sealed record Call(int Line, Node? Target, string Function, IReadOnlyList<Node> Arguments) : Node(Line)
{
    public override IEnumerable<Node> Children => Target is null ? Arguments : Arguments.Prepend(Target);
}
