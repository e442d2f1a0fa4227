using System.Text.Json.Serialization;

namespace BundleFunctions.Bundling.Constraints;

/// <summary>How an age or legal class may be bundled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClassPolicy>))]
public enum ClassPolicy
{
    /// <summary>Never in a bundle: prescription medicine, tobacco.</summary>
    [JsonStringEnumMemberName("alone")] Alone,

    /// <summary>Only with products of the same class: what is sold to adults only.</summary>
    [JsonStringEnumMemberName("same_only")] SameOnly,

    /// <summary>With anything but the listed classes: alcohol with toys.</summary>
    [JsonStringEnumMemberName("not_with")] NotWith,
}
