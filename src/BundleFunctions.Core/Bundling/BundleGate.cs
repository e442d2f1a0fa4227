using System.Text.Json.Serialization;

namespace BundleFunctions.Bundling;

/// <summary>The gates on a bundle's way to the shopper, in their order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BundleGate>))]
public enum BundleGate
{
    /// <summary>The catalogue must know every product.</summary>
    [JsonStringEnumMemberName("catalogue")] Catalogue,

    /// <summary>The model must count the products among each other's best partners.</summary>
    [JsonStringEnumMemberName("counting")] Counting,

    /// <summary>Enough orders must hold the whole bundle.</summary>
    [JsonStringEnumMemberName("orders")] Orders,

    /// <summary>The 95 % interval of the lift must lie above 1.</summary>
    [JsonStringEnumMemberName("lift")] Lift,

    /// <summary>No item may replace the anchor.</summary>
    [JsonStringEnumMemberName("relation")] Relation,

    /// <summary>Every item must add to the bundle's value.</summary>
    [JsonStringEnumMemberName("value")] Value,

    /// <summary>The shop's constraints must allow it.</summary>
    [JsonStringEnumMemberName("constraints")] Constraints,

    /// <summary>It must be among the anchor's best.</summary>
    [JsonStringEnumMemberName("selection")] Selection,

    /// <summary>Its price must respect every floor.</summary>
    [JsonStringEnumMemberName("pricing")] Pricing,

    /// <summary>It is offered.</summary>
    [JsonStringEnumMemberName("passed")] Passed,
}
