using System.Text.Json.Serialization;

namespace BundleFunctions.Bandits;

/// <summary>What a bandit wants more of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BanditGoal>))]
public enum BanditGoal
{
    /// <summary>Clicks an impression: Beta-Bernoulli.</summary>
    [JsonStringEnumMemberName("clicks")] Clicks,

    /// <summary>Margin an impression: Gaussian.</summary>
    [JsonStringEnumMemberName("margin")] Margin,
}
