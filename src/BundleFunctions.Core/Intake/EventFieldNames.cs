using System.Text.Json;

namespace BundleFunctions.Intake;

/// <summary>The names of the event fields: NDJSON properties and CSV headers.</summary>
internal static class EventFieldNames
{
    /// <summary>Names by <see cref="EventField"/>, in camelCase; the wire format.</summary>
    public static string[] All { get; } = [.. Enum.GetNames<EventField>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    public static int Count => All.Length;

    public static Dictionary<string, EventField> ByName { get; } =
        Enum.GetValues<EventField>().ToDictionary(field => All[(int)field], StringComparer.Ordinal);

    /// <summary>Whether the field may hold what a person is known by; then what was found is never written down.</summary>
    public static bool IsPersonal(EventField field) =>
        field is EventField.VisitorId or EventField.UserId or EventField.SessionId or EventField.OrderId or EventField.UserAgent or EventField.Query;
}
