using System.Text.Json.Serialization;

namespace BundleFunctions.Publishing;

/// <summary>How a publish ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PublishOutcome>))]
public enum PublishOutcome
{
    /// <summary>The new generation serves.</summary>
    Published,

    /// <summary>The generation was published before; nothing changed.</summary>
    AlreadyPublished,

    /// <summary>The old generation goes on serving; the report says why.</summary>
    Refused,
}
