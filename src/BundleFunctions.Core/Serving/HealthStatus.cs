using System.Text.Json.Serialization;

namespace BundleFunctions.Serving;

/// <summary>How a service or a part of it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    [JsonStringEnumMemberName("healthy")] Healthy,

    /// <summary>It serves, but not as well as it should.</summary>
    [JsonStringEnumMemberName("degraded")] Degraded,

    /// <summary>A store cannot be reached.</summary>
    [JsonStringEnumMemberName("unhealthy")] Unhealthy,
}
