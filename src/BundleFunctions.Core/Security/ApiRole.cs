using System.Text.Json.Serialization;

namespace BundleFunctions.Security;

/// <summary>What the holder of an API key may do in its shop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApiRole>))]
public enum ApiRole
{
    /// <summary>Ask for bundles and post events.</summary>
    [JsonStringEnumMemberName("read")] Read,

    /// <summary>Everything that <see cref="Read"/> may, and operate the shop.</summary>
    [JsonStringEnumMemberName("admin")] Admin,
}
