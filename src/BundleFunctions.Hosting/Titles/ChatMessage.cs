namespace BundleFunctions.Hosting.Titles;

internal sealed record ChatMessage(string Role, string Content);
