namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A number, true, false or null.</summary>
internal sealed record Literal(int Line, string Value) : Node(Line);
