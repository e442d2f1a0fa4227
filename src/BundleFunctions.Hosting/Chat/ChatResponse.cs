namespace BundleFunctions.Hosting.Chat;

internal sealed record ChatResponse(IReadOnlyList<ChatChoice>? Choices);
