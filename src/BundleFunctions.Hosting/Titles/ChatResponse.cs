namespace BundleFunctions.Hosting.Titles;

internal sealed record ChatResponse(IReadOnlyList<ChatChoice>? Choices);
