namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A text; <paramref name="Parts"/> are its expressions, <paramref name="Value"/> is as written.</summary>
internal sealed record Text(int Line, string Value, IReadOnlyList<Node> Parts) : Node(Line)
{
    public override IEnumerable<Node> Children => Parts;
}
