using System.Text.Json;
using BundleFunctions.DemoShop.Sessions;

namespace BundleFunctions.DemoShop.Files;

/// <summary>Writes one event as the schema wants it, absent fields left out.</summary>
internal static class EventWriter
{
    // The app dates events on the phone, in the shop's summer time; browsers send UTC.
    private static readonly TimeSpan AppOffset = TimeSpan.FromHours(2);

    public static void Write(Utf8JsonWriter json, DemoEvent happened, string eventId)
    {
        var visitor = happened.Visitor;
        var at = new DateTimeOffset(happened.OccurredAt, TimeSpan.Zero);
        json.WriteStartObject();
        json.WriteString("eventId", eventId);
        json.WriteString("type", Name(happened.Type));
        json.WriteString("occurredAt", Rfc3339.Format(visitor.IsApp ? at.ToOffset(AppOffset) : at));
        json.WriteString("visitorId", visitor.VisitorId);
        WriteOptional(json, "userId", happened.SignedIn ? visitor.UserId : null);
        WriteOptional(json, "sessionId", happened.SessionId);
        WriteOptional(json, "orderId", happened.OrderId);
        WriteItems(json, happened.Items);
        WriteOptional(json, "query", happened.Query);
        if (happened.Rating is { } stars)
        {
            json.WriteNumber("rating", stars);
        }

        json.WriteString("channel", visitor.Channel);
        json.WriteString("userAgent", visitor.UserAgent);
        if (visitor.Consent is { } consent)
        {
            json.WriteStartObject("consent");
            json.WriteBoolean("personalization", consent.Personalization);
            json.WriteBoolean("analytics", consent.Analytics);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IReadOnlyList<DemoLine> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("productId", item.ProductId.Value);
            json.WriteNumber("quantity", item.Quantity);
            if (item.UnitPrice is { } price)
            {
                json.WriteNumber("unitPrice", price);
            }

            if (item.Discount > 0)
            {
                json.WriteNumber("discount", item.Discount);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (items.Any(item => item.UnitPrice is not null))
        {
            json.WriteString("currency", "EUR");
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Name(EventType type) => type switch
    {
        EventType.View => "view",
        EventType.AddToCart => "add_to_cart",
        EventType.RemoveFromCart => "remove_from_cart",
        EventType.Purchase => "purchase",
        EventType.Refund => "refund",
        EventType.Rating => "rating",
        EventType.Search => "search",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The demo shop makes no such event."),
    };
}
