using System.Text.Json.Serialization;

namespace BundleFunctions.Experiments;

/// <summary>What an experiment is judged by: always a mean over visitors.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExperimentMetric>))]
public enum ExperimentMetric
{
    /// <summary>What was earned above cost, returns taken back.</summary>
    [JsonStringEnumMemberName("margin")] Margin,

    /// <summary>What was paid, returns taken back.</summary>
    [JsonStringEnumMemberName("revenue")] Revenue,

    /// <summary>Whether the visitor bought at all, 0 or 1.</summary>
    [JsonStringEnumMemberName("conversion")] Conversion,
}
