using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>How the quantities of refunds are written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundSign>))]
public enum RefundSign
{
    /// <summary>Below zero; one above zero is a mistake and is refused.</summary>
    [JsonStringEnumMemberName("negative")] Negative,

    /// <summary>Above zero, as ours.</summary>
    [JsonStringEnumMemberName("positive")] Positive,

    /// <summary>Either; the sign says nothing.</summary>
    [JsonStringEnumMemberName("either")] Either,
}
