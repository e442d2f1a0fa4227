using System.Text.Json.Serialization;

namespace BundleFunctions.Assistant;

/// <summary>Who worded an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssistantWording>))]
public enum AssistantWording
{
    /// <summary>The rules.</summary>
    [JsonStringEnumMemberName("rules")] Rules,

    /// <summary>A language model, held to what the rules knew.</summary>
    [JsonStringEnumMemberName("model")] Model,
}
