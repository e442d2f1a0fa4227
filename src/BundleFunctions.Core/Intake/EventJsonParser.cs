using System.Text.Json;

namespace BundleFunctions.Intake;

/// <summary>Reads one event in our own JSON schema into a draft.</summary>
internal static class EventJsonParser
{
    private static readonly JsonRecord.FieldReader<EventDraft> ReadFieldDelegate = ReadField;

    /// <summary>Reads one record; the draft is cleared first.</summary>
    public static FieldFault? Parse(ReadOnlySpan<byte> json, EventDraft draft)
    {
        draft.Clear();
        return JsonRecord.Read(json, draft, ReadFieldDelegate);
    }

    private static FieldFault? ReadField(ref Utf8JsonReader reader, EventDraft draft)
    {
        if (reader.ValueTextEquals("items"u8))
        {
            return ReadItems(ref reader, draft);
        }

        if (reader.ValueTextEquals("consent"u8))
        {
            return ReadConsent(ref reader, draft);
        }

        if (!TryGetField(ref reader, EventField.EventId, EventField.BundleId, out var field))
        {
            draft.UnknownFields++;
            JsonRecord.Skip(ref reader);
            return null;
        }

        var name = EventFieldNames.All[(int)field];
        var fault = IsId(field) ? JsonRecord.IdText(ref reader, name, out var text) : JsonRecord.Text(ref reader, name, out text);
        draft[field] = text;
        return fault is not null && EventFieldNames.IsPersonal(field) ? fault with { Found = null } : fault;
    }

    private static FieldFault? ReadItems(ref Utf8JsonReader reader, EventDraft draft)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return new("items", RejectCodes.FieldWrongType, "Expected an array of items.", reader.TokenType.ToString());
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (draft.Items.Count == IntakeLimits.ItemsPerEvent)
            {
                return new("items", RejectCodes.TooManyItems, $"Expected at most {IntakeLimits.ItemsPerEvent} items.");
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new($"items[{draft.Items.Count}]", RejectCodes.FieldWrongType, "Expected an object.", reader.TokenType.ToString());
            }

            if (ReadItem(ref reader, draft) is { } fault)
            {
                return fault with { Field = $"items[{draft.Items.Count}].{fault.Field}" };
            }
        }

        return null;
    }

    private static FieldFault? ReadItem(ref Utf8JsonReader reader, EventDraft draft)
    {
        var item = default(ItemDraft);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryGetField(ref reader, EventField.ProductId, EventField.Title, out var field))
            {
                draft.UnknownFields++;
                JsonRecord.Skip(ref reader);
                continue;
            }

            var name = EventFieldNames.All[(int)field];
            var fault = field == EventField.ProductId
                ? JsonRecord.IdText(ref reader, name, out var text)
                : JsonRecord.Text(ref reader, name, out text);
            if (fault is not null)
            {
                return fault;
            }

            text = string.IsNullOrEmpty(text) ? null : text;
            item = field switch
            {
                EventField.ProductId => item with { ProductId = text },
                EventField.Quantity => item with { Quantity = text },
                EventField.UnitPrice => item with { UnitPrice = text },
                EventField.Discount => item with { Discount = text },
                _ => item with { Title = text },
            };
        }

        draft.Items.Add(item);
        return null;
    }

    private static FieldFault? ReadConsent(ref Utf8JsonReader reader, EventDraft draft)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return new("consent", RejectCodes.FieldWrongType, "Expected an object.", reader.TokenType.ToString());
        }

        // What a consent object does not name was not agreed to.
        draft[EventField.ConsentPersonalization] = draft[EventField.ConsentAnalytics] = "false";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var personalization = reader.ValueTextEquals("personalization"u8);
            if (!personalization && !reader.ValueTextEquals("analytics"u8))
            {
                draft.UnknownFields++;
                JsonRecord.Skip(ref reader);
                continue;
            }

            var field = personalization ? EventField.ConsentPersonalization : EventField.ConsentAnalytics;
            if (JsonRecord.BooleanText(ref reader, personalization ? "consent.personalization" : "consent.analytics", out var text) is { } fault)
            {
                return fault;
            }

            draft[field] = text ?? "false";
        }

        return null;
    }

    private static bool TryGetField(ref Utf8JsonReader reader, EventField first, EventField last, out EventField field)
    {
        for (field = first; field <= last; field++)
        {
            if (reader.ValueTextEquals(EventFieldNames.All[(int)field]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsId(EventField field) =>
        field is EventField.EventId or EventField.VisitorId or EventField.UserId or EventField.SessionId or EventField.OrderId;
}
