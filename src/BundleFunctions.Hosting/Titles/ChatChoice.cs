namespace BundleFunctions.Hosting.Titles;

internal sealed record ChatChoice(ChatMessage? Message);
