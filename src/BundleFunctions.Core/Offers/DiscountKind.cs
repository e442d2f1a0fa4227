using System.Text.Json.Serialization;

namespace BundleFunctions.Offers;

/// <summary>How a bundle's discount is told to shoppers.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DiscountKind>))]
public enum DiscountKind
{
    /// <summary>A share of the list price.</summary>
    [JsonStringEnumMemberName("percent")] Percent,

    /// <summary>A round amount off the list price.</summary>
    [JsonStringEnumMemberName("amount")] Amount,

    /// <summary>A price for the whole, such as 49.99.</summary>
    [JsonStringEnumMemberName("fixed_price")] FixedPrice,

    /// <summary>All pieces for the price of the dearest few.</summary>
    [JsonStringEnumMemberName("n_for_m")] NForM,

    /// <summary>One item is free.</summary>
    [JsonStringEnumMemberName("gift")] Gift,
}
