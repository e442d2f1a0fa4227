using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>What becomes of records of a type that a map does not know.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OtherTypes>))]
public enum OtherTypes
{
    /// <summary>They are refused.</summary>
    [JsonStringEnumMemberName("refuse")] Refuse,

    /// <summary>They are counted and left out, as in files of all that is done on a site.</summary>
    [JsonStringEnumMemberName("leaveOut")] LeaveOut,
}
