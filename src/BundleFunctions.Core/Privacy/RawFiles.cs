using System.Text.Json.Serialization;

namespace BundleFunctions.Privacy;

/// <summary>What an erasure does with the raw files that the shop dropped.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RawFiles>))]
public enum RawFiles
{
    /// <summary>They are written anew without the person's records.</summary>
    [JsonStringEnumMemberName("rewrite")] Rewrite,

    /// <summary>They stay as they are; the person's records in them do not come in again.</summary>
    [JsonStringEnumMemberName("keep")] Keep,
}
