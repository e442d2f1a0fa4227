using System.Text.Json;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>The event types as they are written.</summary>
internal static class EventTypeNames
{
    /// <summary>In the order of <see cref="EventType"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<EventType>().Select(Of)];

    public static bool IsKnown(string? name) => name is not null && All.Contains(name, StringComparer.Ordinal);

    public static string Of(EventType type) => JsonSerializer.Serialize(type, LakeJson.Default.EventType).Trim('"');
}
