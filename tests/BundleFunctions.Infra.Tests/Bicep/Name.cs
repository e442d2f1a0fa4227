namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>What a declaration is called, where it is used.</summary>
internal sealed record Name(int Line, string Value) : Node(Line);
