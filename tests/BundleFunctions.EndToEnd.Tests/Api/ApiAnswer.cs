namespace BundleFunctions.EndToEnd.Tests.Api;

/// <summary>What came back.</summary>
internal sealed record ApiAnswer(int Status, string? ContentType, string Text);
