using System.Text.Json.Serialization;

namespace BundleFunctions.Offers;

/// <summary>What an item is in its bundle.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemRole>))]
public enum ItemRole
{
    /// <summary>The product that the bundle is built around.</summary>
    [JsonStringEnumMemberName("anchor")] Anchor,

    /// <summary>Bought with the anchor.</summary>
    [JsonStringEnumMemberName("complement")] Complement,

    /// <summary>A small extra: its price is a small share of the bundle's.</summary>
    [JsonStringEnumMemberName("add_on")] AddOn,
}
