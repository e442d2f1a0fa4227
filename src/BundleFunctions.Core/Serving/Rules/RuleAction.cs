using System.Text.Json.Serialization;

namespace BundleFunctions.Serving.Rules;

/// <summary>What a rule does with the bundles that its condition holds for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleAction>))]
public enum RuleAction
{
    /// <summary>They stand first.</summary>
    [JsonStringEnumMemberName("pin")] Pin,

    /// <summary>They are left out.</summary>
    [JsonStringEnumMemberName("hide")] Hide,

    /// <summary>Their score is multiplied.</summary>
    [JsonStringEnumMemberName("boost")] Boost,

    /// <summary>All others are left out.</summary>
    [JsonStringEnumMemberName("filter")] Filter,
}
