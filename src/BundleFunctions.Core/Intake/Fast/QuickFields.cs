using BundleFunctions.Lake;
using BundleFunctions.Security;

namespace BundleFunctions.Intake.Fast;

/// <summary>Checks the fields of one event after the other, by the rules of <see cref="EventValidator"/>, and puts them into an event of a batch.
/// A method says false where a rule is broken, or where only the validator can tell.</summary>
internal sealed class QuickFields(ValueTables values, DateTimeOffset now)
{
    private const int EventIdLength = 128;
    private const long MaxRating = 5 * LakeUnits.One;
    private const long MaxPrice = (long)IntakeLimits.Price * LakeUnits.One;
    private static readonly long Earliest = LakeUnits.Microseconds(EventValidator.Earliest);

    private readonly long _latest = LakeUnits.Microseconds(now + EventValidator.FutureTolerance);
    private readonly QuickTime _times = new();
    private Fingerprint _fingerprint;
    private uint _seen;

    // What fingerprints know the item's product and title by.
    private ulong _product;
    private ulong _title;

    /// <summary>Items of the batch before those of this event.</summary>
    public int FirstItem { get; private set; }

    /// <summary>Fields of this event that no rule knows.</summary>
    public int UnknownFields { get; set; }

    public void Begin(EventBatch batch)
    {
        FirstItem = batch.ItemCount;
        UnknownFields = 0;
        _seen = 0;
        _fingerprint = default;
    }

    /// <summary>Reads a field of the event itself.</summary>
    public bool TryRead(EventField field, ReadOnlySpan<byte> text, JsonValue value, ref ParsedEvent parsed)
    {
        if (value.Length == 0)
        {
            return true;
        }

        _seen |= 1u << (int)field;
        ulong content;
        switch (field)
        {
            case EventField.EventId:
                (parsed.IdStart, parsed.IdLength) = (value.Start, value.Length);
                return (value.Form & ~TextForm.Number) == TextForm.Plain && value.Length <= EventIdLength
                    && text[value.Start] != ' ' && text[value.Start + value.Length - 1] != ' ';
            case EventField.Type:
                return QuickTypes.TryRead(text.Slice(value.Start, value.Length), out parsed.Type);
            case EventField.OccurredAt:
                return value.Form == TextForm.Plain
                    && _times.TryParse(text.Slice(value.Start, value.Length), out parsed.OccurredAt)
                    && parsed.OccurredAt >= Earliest && parsed.OccurredAt <= _latest;
            case EventField.VisitorId:
                return TryPerson(field, values.Visitors, PseudonymKind.Visitor, text, value, out parsed.Texts[TextField.Visitor]);
            case EventField.UserId:
                return TryPerson(field, values.Users, PseudonymKind.User, text, value, out parsed.Texts[TextField.User]);
            case EventField.SessionId:
                return TryPerson(field, values.Sessions, PseudonymKind.Session, text, value, out parsed.Texts[TextField.Session]);
            case EventField.OrderId:
                return TryPerson(field, values.Orders, PseudonymKind.Order, text, value, out parsed.Texts[TextField.Order]);
            case EventField.Currency:
                parsed.Texts[TextField.Currency] = values.Currency(text, value, out content);
                return TryKeep(field, values.Currencies, content, ref parsed.Texts[TextField.Currency]);
            case EventField.Query:
                parsed.Texts[TextField.Query] = values.Text(values.Queries, IntakeLimits.QueryLength, text, value, out content);
                return TryKeep(field, values.Queries, content, ref parsed.Texts[TextField.Query]);
            case EventField.Channel:
                parsed.Texts[TextField.Channel] = values.Text(values.Channels, IntakeLimits.ChannelLength, text, value, out content);
                return TryKeep(field, values.Channels, content, ref parsed.Texts[TextField.Channel]);
            case EventField.BundleId:
                parsed.Texts[TextField.BundleId] = values.Id<BundleId>(values.Bundles, text, value, out content);
                return TryKeep(field, values.Bundles, content, ref parsed.Texts[TextField.BundleId]);
            case EventField.Rating:
                return TryNumber(text, value, MaxRating, out parsed.Rating);
            case EventField.UserAgent:
                parsed.Texts[TextField.Robot] = values.Robot(text, value, out content);
                return TryKeep(field, values.Robots, content, ref parsed.Texts[TextField.Robot]);
            case EventField.RecommendationId:
                return TryRecommendation(text, value, ref parsed);
            case EventField.ConsentPersonalization:
                return TryConsent(text.Slice(value.Start, value.Length), ConsentCode.Personalization, ref parsed.Consent);
            case EventField.ConsentAnalytics:
                return TryConsent(text.Slice(value.Start, value.Length), ConsentCode.Analytics, ref parsed.Consent);
            default:
                return false;
        }
    }

    /// <summary>Begins an item of the event.</summary>
    public ref ParsedItem BeginItem(EventBatch batch)
    {
        ref var item = ref batch.NextItem();
        (item.Quantity, item.UnitPrice, item.Discount) = (1, LakeUnits.Absent, LakeUnits.Absent);
        return ref item;
    }

    /// <summary>Reads a field of an item.</summary>
    public bool TryReadItem(EventField field, ReadOnlySpan<byte> text, JsonValue value, ref ParsedItem item)
    {
        if (value.Length == 0)
        {
            return true;
        }

        switch (field)
        {
            case EventField.ProductId:
                item.Product = (value.Form & TextForm.Decimal) == TextForm.Plain
                    ? values.Id<ProductId>(values.Products, text, value, out _product)
                    : 0;
                return item.Product > 0;
            case EventField.Quantity:
                return IsPlain(value) && QuickNumber.TryQuantity(text.Slice(value.Start, value.Length), out item.Quantity);
            case EventField.UnitPrice:
                return TryNumber(text, value, MaxPrice, out item.UnitPrice);
            case EventField.Discount:
                return TryNumber(text, value, MaxPrice, out item.Discount);
            case EventField.Title:
                var title = values.Text(values.Titles, IntakeLimits.TitleLength, text, value, out _title);
                item.Title = values.Titles.IsNone(title) ? 0 : title;
                return title > 0;
            default:
                return false;
        }
    }

    /// <summary>Checks what an item's fields say together.</summary>
    public bool TryEndItem(ref ParsedItem item)
    {
        if (item.Product == 0 || (item.UnitPrice >= 0 && item.Discount > item.UnitPrice))
        {
            return false;
        }

        _fingerprint.AddItem(
            _product,
            item.Quantity,
            item.UnitPrice,
            item.Discount,
            item.Title == 0 ? 0 : _title);
        return true;
    }

    /// <summary>Checks what the fields say together.</summary>
    public bool TryEnd(EventBatch batch, ref ParsedEvent parsed, ReadOnlySpan<byte> text)
    {
        var items = batch.ItemCount - FirstItem;
        if (!Has(EventField.Type) || !Has(EventField.OccurredAt)
            || !HasPerson(ref parsed)
            || items > IntakeLimits.ItemsPerEvent || (items == 0 && NeedsItems(parsed.Type))
            || (parsed.Type == EventType.Search && parsed.Texts[TextField.Query] == 0)
            || (parsed.Type == EventType.Rating && !Has(EventField.Rating)))
        {
            return false;
        }

        parsed.Rating = Has(EventField.Rating) ? parsed.Rating : LakeUnits.Absent;
        parsed.ItemEnd = batch.ItemCount;
        parsed.IdHash = FastHash.Of(text.Slice(parsed.IdStart, parsed.IdLength));
        parsed.Fingerprint = _fingerprint.Of(parsed.Type, parsed.OccurredAt, parsed.Rating, parsed.Consent);
        batch.UnknownFields += UnknownFields;
        return true;
    }

    private static bool IsPlain(JsonValue value) => (value.Form & (TextForm.Wide | TextForm.Escaped)) == TextForm.Plain;

    private static bool TryNumber(ReadOnlySpan<byte> text, JsonValue value, long max, out long scaled)
    {
        scaled = LakeUnits.Absent;
        return IsPlain(value) && QuickNumber.TryScaled(text.Slice(value.Start, value.Length), out scaled) && scaled <= max;
    }

    private static bool TryConsent(ReadOnlySpan<byte> word, ConsentCode flag, ref ConsentCode consent)
    {
        var agreed = word.SequenceEqual("true"u8);
        consent |= agreed ? ConsentCode.Said | flag : ConsentCode.Said;
        return agreed || word.SequenceEqual("false"u8);
    }

    private static bool HasPerson(ref ParsedEvent parsed) => (parsed.Texts[TextField.Visitor] | parsed.Texts[TextField.User]
        | parsed.Texts[TextField.Session] | parsed.Texts[TextField.Order]) != 0;

    private bool Has(EventField field) => (_seen & (1u << (int)field)) != 0;

    private bool NeedsItems(EventType type) => type switch
    {
        EventType.Search => false,
        EventType.Impression or EventType.Click => !Has(EventField.BundleId) && !Has(EventField.RecommendationId),
        _ => true,
    };

    private bool TryPerson(EventField field, ValueTable table, PseudonymKind kind, ReadOnlySpan<byte> text, JsonValue value, out int number)
    {
        var content = 0UL;
        number = (value.Form & TextForm.Decimal) == TextForm.Plain ? values.Person(table, kind, text, value, out content) : 0;
        _fingerprint.Add(field, content);
        return number > 0;
    }

    // A value that counts as none is right and leaves nothing.
    private bool TryKeep(EventField field, ValueTable table, ulong content, ref int number)
    {
        if (number == 0)
        {
            return false;
        }

        if (content == 0 && table.IsNone(number))
        {
            number = 0;
            return true;
        }

        _fingerprint.Add(field, content);
        return true;
    }

    private bool TryRecommendation(ReadOnlySpan<byte> text, JsonValue value, ref ParsedEvent parsed)
    {
        var (start, end) = (value.Start, value.Start + value.Length);
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        (parsed.RecommendationStart, parsed.RecommendationLength) = (start, end - start);
        if (end > start)
        {
            _fingerprint.Add(EventField.RecommendationId, FastHash.Of(text[start..end]));
        }

        return IsPlain(value) && end - start <= IntakeLimits.RecommendationIdLength;
    }
}
