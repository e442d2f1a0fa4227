using System.Text.Json.Serialization;

namespace BundleFunctions;

/// <summary>What a visitor did. The JSON names are the wire format of <c>type</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventType>))]
public enum EventType
{
    [JsonStringEnumMemberName("view")] View,
    [JsonStringEnumMemberName("click")] Click,
    [JsonStringEnumMemberName("add_to_cart")] AddToCart,
    [JsonStringEnumMemberName("remove_from_cart")] RemoveFromCart,
    [JsonStringEnumMemberName("purchase")] Purchase,
    [JsonStringEnumMemberName("refund")] Refund,
    [JsonStringEnumMemberName("rating")] Rating,
    [JsonStringEnumMemberName("search")] Search,
    [JsonStringEnumMemberName("impression")] Impression,
}
