using System.Text.Json.Serialization;

namespace BundleFunctions.Bandits;

/// <summary>How a bandit chooses.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BanditPolicy>))]
public enum BanditPolicy
{
    /// <summary>Thompson sampling: the same in every context.</summary>
    [JsonStringEnumMemberName("thompson")] Thompson,

    /// <summary>LinUCB: what is best may differ from page to page and over the day.</summary>
    [JsonStringEnumMemberName("linucb")] LinUcb,
}
