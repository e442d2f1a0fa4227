using System.Text.Json.Serialization;

namespace BundleFunctions.Pricing;

/// <summary>The last digits of prices that the pricer makes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriceEnding>))]
public enum PriceEnding
{
    /// <summary>Any whole minor unit.</summary>
    [JsonStringEnumMemberName("none")] None,

    /// <summary>Such as 49.99; 4,999 in a currency without minor units.</summary>
    [JsonStringEnumMemberName("99")] NinetyNine,

    /// <summary>Such as 49.90; 4,990 in a currency without minor units.</summary>
    [JsonStringEnumMemberName("90")] Ninety,
}
