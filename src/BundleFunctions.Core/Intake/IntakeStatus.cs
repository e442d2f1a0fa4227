using System.Text.Json.Serialization;

namespace BundleFunctions.Intake;

/// <summary>What became of a raw file.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntakeStatus>))]
public enum IntakeStatus
{
    /// <summary>Its events are in the lake.</summary>
    [JsonStringEnumMemberName("ingested")] Ingested,

    /// <summary>They were there before: this blob, or its content under another name.</summary>
    [JsonStringEnumMemberName("alreadyIngested")] AlreadyIngested,

    /// <summary>Too many of its records are bad; nothing went in until the file or the shop's settings change.</summary>
    [JsonStringEnumMemberName("held")] Held,

    /// <summary>Its products wait in staging until an operator promotes them.</summary>
    [JsonStringEnumMemberName("staged")] Staged,

    /// <summary>It has no records.</summary>
    [JsonStringEnumMemberName("empty")] Empty,

    /// <summary>It was gone before it was read.</summary>
    [JsonStringEnumMemberName("missing")] Missing,

    /// <summary>It is broken as a whole; nothing went in.</summary>
    [JsonStringEnumMemberName("refused")] Refused,
}
