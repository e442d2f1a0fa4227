using System.Text.Json.Serialization;

namespace BundleFunctions.Intake.Maps;

/// <summary>Kinds of files that a map may be for. Parquet holds either kind of record, so a map is always for it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MapFormat>))]
public enum MapFormat
{
    /// <summary>Rows of CSV.</summary>
    [JsonStringEnumMemberName("csv")] Csv,

    /// <summary>Objects: NDJSON or a JSON array.</summary>
    [JsonStringEnumMemberName("json")] Json,
}
