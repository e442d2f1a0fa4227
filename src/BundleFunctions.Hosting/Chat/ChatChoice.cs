namespace BundleFunctions.Hosting.Chat;

internal sealed record ChatChoice(ChatMessage? Message);
