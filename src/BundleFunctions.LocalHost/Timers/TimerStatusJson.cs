using System.Text.Json.Serialization;

namespace BundleFunctions.LocalHost.Timers;

/// <summary>Reads and writes <see cref="TimerStatus"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(TimerStatus))]
internal sealed partial class TimerStatusJson : JsonSerializerContext;
