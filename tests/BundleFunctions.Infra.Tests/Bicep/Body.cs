namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>An object, and the resources declared in it.</summary>
internal sealed record Body(int Line, IReadOnlyList<Property> Properties, IReadOnlyList<Declaration> Nested) : Node(Line)
{
    public override IEnumerable<Node> Children => [.. Properties, .. Nested.Select(nested => nested.Value)];

    public Node? Find(string path)
    {
        Node? found = this;
        foreach (var step in path.Split('.'))
        {
            found = (found as Body)?.Properties.FirstOrDefault(property => string.Equals(property.KeyText, step, StringComparison.Ordinal))?.Value;
        }

        return found;
    }
}
