using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Reads a record by the rules alone, however odd it is: the one place where records are refused.</summary>
internal sealed class GeneralEvents(EventValidator validator)
{
    private readonly EventDraft _draft = new(EventFieldNames.All, isFlat: false);

    /// <summary>Reads one record.</summary>
    /// <param name="record">Its bytes.</param>
    /// <param name="line">Where it starts.</param>
    public ParsedRecord Read(ReadOnlySpan<byte> record, long line) => Check(line, _draft, EventJsonParser.Parse(record, _draft));

    /// <summary>Checks a draft, where nothing is wrong with it already.</summary>
    public ParsedRecord Check(long line, EventDraft draft, FieldFault? fault)
    {
        ShopEvent? valid = null;
        fault ??= validator.Validate(draft, out valid);
        return valid is null
            ? new ParsedRecord(line, null, fault, 0, 0)
            : new ParsedRecord(line, valid, null, draft.UnknownFields, FingerprintOf(valid, draft));
    }

    // Of the event, and of the identifiers that it came with.
    private static ulong FingerprintOf(ShopEvent shopEvent, EventDraft draft)
    {
        var fingerprint = default(Fingerprint);
        foreach (var field in (ReadOnlySpan<EventField>)[EventField.VisitorId, EventField.UserId, EventField.SessionId, EventField.OrderId])
        {
            Add(ref fingerprint, field, draft[field]);
        }

        Add(ref fingerprint, EventField.Currency, shopEvent.Currency);
        Add(ref fingerprint, EventField.Query, shopEvent.Query);
        Add(ref fingerprint, EventField.Channel, shopEvent.Channel);
        Add(ref fingerprint, EventField.RecommendationId, shopEvent.RecommendationId);
        Add(ref fingerprint, EventField.BundleId, shopEvent.BundleId?.Value);
        Add(ref fingerprint, EventField.UserAgent, shopEvent.Robot);
        foreach (var item in shopEvent.Items)
        {
            fingerprint.AddItem(
                ValueTables.ContentOf(item.ProductId.Value),
                item.Quantity,
                LakeUnits.Scaled(item.UnitPrice),
                LakeUnits.Scaled(item.Discount),
                ValueTables.ContentOf(item.Title));
        }

        return fingerprint.Of(
            shopEvent.Type,
            LakeUnits.Microseconds(shopEvent.OccurredAt),
            LakeUnits.Scaled(shopEvent.Rating),
            LakeUnits.Code(shopEvent.Consent));
    }

    private static void Add(ref Fingerprint fingerprint, EventField field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fingerprint.Add(field, ValueTables.ContentOf(value));
        }
    }
}
