using System.Text.Json.Serialization;

namespace BundleFunctions.Hosting.Chat;

internal sealed record ChatRequest(string Model, IReadOnlyList<ChatMessage> Messages, double Temperature, [property: JsonPropertyName("max_tokens")] int MaxTokens);
