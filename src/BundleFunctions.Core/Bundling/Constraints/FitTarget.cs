using System.Text.Json.Serialization;

namespace BundleFunctions.Bundling.Constraints;

/// <summary>What of a host product an accessory's fit is compared with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FitTarget>))]
public enum FitTarget
{
    /// <summary>One of the host's attributes.</summary>
    [JsonStringEnumMemberName("attribute")] Attribute,

    /// <summary>The host's group: any of its variants.</summary>
    [JsonStringEnumMemberName("group")] Group,

    /// <summary>The host's own id: one variant.</summary>
    [JsonStringEnumMemberName("product")] Product,
}
