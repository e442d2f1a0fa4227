using BundleFunctions.Hygiene;
using BundleFunctions.Security;

namespace BundleFunctions.Intake;

/// <summary>Turns a draft into an event, or says what is wrong with it. The one place where the rules of our schema stand.</summary>
/// <param name="shop">Whose event it is; part of every pseudonym.</param>
/// <param name="pseudonymizer">Makes the pseudonyms.</param>
/// <param name="now">The time that events may not be far ahead of.</param>
internal sealed class EventValidator(ShopId shop, Pseudonymizer pseudonymizer, DateTimeOffset now)
{
    /// <summary>Events before are refused.</summary>
    public static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far ahead an event may be.</summary>
    public static readonly TimeSpan FutureTolerance = TimeSpan.FromDays(1);

    /// <summary>The event types by their names in files.</summary>
    public static readonly Dictionary<string, EventType> Types = new(StringComparer.Ordinal)
    {
        ["view"] = EventType.View,
        ["click"] = EventType.Click,
        ["add_to_cart"] = EventType.AddToCart,
        ["remove_from_cart"] = EventType.RemoveFromCart,
        ["purchase"] = EventType.Purchase,
        ["refund"] = EventType.Refund,
        ["rating"] = EventType.Rating,
        ["search"] = EventType.Search,
        ["impression"] = EventType.Impression,
    };

    private readonly PersonalIds _personalIds = new(shop, pseudonymizer);

    /// <summary>Checks every field in the order of the schema; the first fault is the answer.</summary>
    public FieldFault? Validate(EventDraft draft, out ShopEvent? valid)
    {
        FieldFault? fault = null;
        var type = Type(draft, ref fault);
        var found = new ShopEvent
        {
            EventId = FieldTexts.Id<EventId>(draft.NameOf(EventField.EventId), draft[EventField.EventId], ref fault) ?? default,
            Type = type,
            OccurredAt = OccurredAt(draft, ref fault),
            Visitor = _personalIds.Read(draft, EventField.VisitorId, PseudonymKind.Visitor, ref fault),
            User = _personalIds.Read(draft, EventField.UserId, PseudonymKind.User, ref fault),
            Session = _personalIds.Read(draft, EventField.SessionId, PseudonymKind.Session, ref fault),
            Order = _personalIds.Read(draft, EventField.OrderId, PseudonymKind.Order, ref fault),
            Items = EventItems.Read(draft, type, ref fault),
            Currency = FieldTexts.Currency(draft.NameOf(EventField.Currency), draft[EventField.Currency], ref fault),
            Query = Text(draft, EventField.Query, IntakeLimits.QueryLength, ref fault),
            Rating = Rating(draft, type, ref fault),
            Channel = Text(draft, EventField.Channel, IntakeLimits.ChannelLength, ref fault),
            RecommendationId = Text(draft, EventField.RecommendationId, IntakeLimits.RecommendationIdLength, ref fault),
            BundleId = FieldTexts.Id<BundleId>(draft.NameOf(EventField.BundleId), draft[EventField.BundleId], ref fault),
            Consent = ReadConsent(draft, ref fault),

            // Of a user agent only a robot's name is kept: the rest could tell one person from another.
            Robot = Text(draft, EventField.UserAgent, IntakeLimits.UserAgentLength, ref fault) is { } agent ? RobotAgents.Find(agent) : null,
        };
        fault ??= Together(draft, found);
        valid = fault is not null ? null : draft[EventField.EventId] is null ? found with { EventId = EventContent.DeriveId(found) } : found;
        return fault;
    }

    private static FieldFault? Together(EventDraft draft, ShopEvent found)
    {
        if ((found.Visitor ?? found.User ?? found.Session ?? found.Order) is null)
        {
            return new(null, RejectCodes.NoActor, "Expected at least one of visitorId, userId, sessionId and orderId.");
        }

        return found is { Type: EventType.Search, Query: null } ? FieldTexts.Missing(draft.NameOf(EventField.Query)) : null;
    }

    private static EventType Type(EventDraft draft, ref FieldFault? fault)
    {
        var text = draft[EventField.Type];
        var name = draft.NameOf(EventField.Type);
        if (text is null)
        {
            fault ??= FieldTexts.Missing(name);
            return default;
        }

        if (!Types.TryGetValue(text, out var type))
        {
            fault ??= new(name, RejectCodes.UnknownType, $"Expected one of {string.Join(", ", Types.Keys)}.", text);
        }

        return type;
    }

    private DateTimeOffset OccurredAt(EventDraft draft, ref FieldFault? fault)
    {
        var text = draft[EventField.OccurredAt];
        var name = draft.NameOf(EventField.OccurredAt);
        if (text is null)
        {
            fault ??= FieldTexts.Missing(name);
            return default;
        }

        if (!(draft.OccurredAt is { } time || Rfc3339.TryParse(text, out time)))
        {
            fault ??= new(name, RejectCodes.TimeInvalid, "Expected an RFC 3339 time with its offset, such as 2026-03-01T09:30:00Z.", text);
        }
        else if (time < Earliest || time > now + FutureTolerance)
        {
            fault ??= new(name, RejectCodes.TimeOutOfRange, "Expected a time from 1990 on and at most one day ahead.", text);
        }

        return time;
    }

    private static string? Text(EventDraft draft, EventField field, int maxLength, ref FieldFault? fault) =>
        FieldTexts.Text(draft.NameOf(field), draft[field], maxLength, EventFieldNames.IsPersonal(field), ref fault);

    private static decimal? Rating(EventDraft draft, EventType type, ref FieldFault? fault)
    {
        var text = draft[EventField.Rating];
        var name = draft.NameOf(EventField.Rating);
        if (text is null)
        {
            fault ??= type == EventType.Rating ? FieldTexts.Missing(name) : null;
            return null;
        }

        if (!FieldNumbers.TryParse(text, out var value) || value is < 0 or > 5)
        {
            fault ??= new(name, RejectCodes.RatingOutOfRange, "Expected a number from 0 to 5.", text);
        }

        return value;
    }

    private static Consent? ReadConsent(EventDraft draft, ref FieldFault? fault)
    {
        var personalization = FieldTexts.Boolean(
            draft.NameOf(EventField.ConsentPersonalization), draft[EventField.ConsentPersonalization], ref fault);
        var analytics = FieldTexts.Boolean(draft.NameOf(EventField.ConsentAnalytics), draft[EventField.ConsentAnalytics], ref fault);

        // What a shop that speaks of consent does not name was not agreed to.
        return (personalization ?? analytics) is null ? null : new Consent(personalization ?? false, analytics ?? false);
    }
}
