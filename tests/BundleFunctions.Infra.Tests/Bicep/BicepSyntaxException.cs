namespace BundleFunctions.Infra.Tests.Bicep;

/// <summary>A file that is no Bicep of the kind that this repository writes.</summary>
internal sealed class BicepSyntaxException(int line, string message) : Exception($"line {line}: {message}");
