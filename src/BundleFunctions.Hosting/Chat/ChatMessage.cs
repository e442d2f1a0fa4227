namespace BundleFunctions.Hosting.Chat;

internal sealed record ChatMessage(string Role, string Content);
