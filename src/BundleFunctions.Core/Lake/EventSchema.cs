using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>The columns of a lake part. Names are those of the NDJSON wire format.</summary>
internal static class EventSchema
{
    private const int PriceDigits = 18;

    /// <summary>The root of every part that we write. Files of others may have the columns in another order, and more of them.</summary>
    public static SchemaNode Root { get; } = new("event", Repetition.Required)
    {
        Children =
        [
            Text("eventId", Repetition.Required),
            Text("type", Repetition.Required),
            new("occurredAt", Repetition.Required) { Type = PhysicalType.Int64, Logical = LogicalType.Timestamp, UnitsPerSecond = 1_000_000 },
            Text("visitor", Repetition.Optional),
            Text("user", Repetition.Optional),
            Text("session", Repetition.Optional),
            Text("order", Repetition.Optional),
            new("items", Repetition.Required)
            {
                Logical = LogicalType.List,
                Children =
                [
                    new("list", Repetition.Repeated)
                    {
                        Children =
                        [
                            new("element", Repetition.Required)
                            {
                                Children =
                                [
                                    Text("productId", Repetition.Required),
                                    new("quantity", Repetition.Required) { Type = PhysicalType.Int32 },
                                    Price("unitPrice"),
                                    Price("discount"),
                                    Text("title", Repetition.Optional),
                                ],
                            },
                        ],
                    },
                ],
            },
            Text("currency", Repetition.Optional),
            Text("query", Repetition.Optional),
            Price("rating"),
            Text("channel", Repetition.Optional),
            Text("recommendationId", Repetition.Optional),
            Text("bundleId", Repetition.Optional),
            new("consent", Repetition.Optional)
            {
                Children =
                [
                    new("personalization", Repetition.Required) { Type = PhysicalType.Boolean },
                    new("analytics", Repetition.Required) { Type = PhysicalType.Boolean },
                ],
            },
            Text("robot", Repetition.Optional),
        ],
    };

    /// <summary>The wire names of event types; the code of a type is its number and 1. Only read.</summary>
    public static TextTable TypeNames { get; } = NamesOfTypes();

    public static int CodeOf(EventType type) => (int)type + 1;

    public static EventType TypeOf(int code) => (EventType)(code - 1);

    private static SchemaNode Text(string name, Repetition repetition) =>
        new(name, repetition) { Type = PhysicalType.ByteArray, Logical = LogicalType.Text };

    private static SchemaNode Price(string name) => new(name, Repetition.Optional)
    {
        Type = PhysicalType.Int64,
        Logical = LogicalType.Decimal,
        Precision = PriceDigits,
        Scale = LakeUnits.Scale,
    };

    private static TextTable NamesOfTypes()
    {
        var names = new TextTable();
        foreach (var type in Enum.GetValues<EventType>())
        {
            names.Intern(System.Text.Json.JsonSerializer.SerializeToElement(type, LakeJson.Default.EventType).GetString());
        }

        return names;
    }
}
