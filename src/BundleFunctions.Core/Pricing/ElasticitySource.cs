using System.Text.Json.Serialization;

namespace BundleFunctions.Pricing;

/// <summary>Where an elasticity comes from, from far to near.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ElasticitySource>))]
public enum ElasticitySource
{
    /// <summary>The configured priors.</summary>
    [JsonStringEnumMemberName("prior")] Prior,

    /// <summary>The shop's products with a history.</summary>
    [JsonStringEnumMemberName("shop")] Shop,

    /// <summary>The category's products with a history.</summary>
    [JsonStringEnumMemberName("category")] Category,

    /// <summary>The product's own history, shrunk towards its category.</summary>
    [JsonStringEnumMemberName("product")] Product,
}
