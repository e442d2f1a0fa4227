using BundleFunctions.Lake;

namespace BundleFunctions.Intake.Fast;

/// <summary>Reads and checks one event in our own JSON schema in one go, without a string or an object. What it does not wholly understand, and
/// whatever is wrong, it leaves to <see cref="EventJsonParser"/> and <see cref="EventValidator"/>: an event that it takes is the event that they
/// would have made, which tests hold it to.</summary>
internal sealed class QuickEventParser(QuickFields fields)
{
    private const int FieldCount = (int)EventField.BundleId + 1;
    private const int ItemsField = FieldCount;
    private const int ConsentField = FieldCount + 1;
    private const int FirstItemField = (int)EventField.ProductId;

    private readonly QuickNames _names = new([.. EventFieldNames.All[..FieldCount], "items", "consent"]);
    private readonly QuickNames _itemNames = new(EventFieldNames.All[FirstItemField..]);
    private readonly QuickNames _consentNames = new(["personalization", "analytics"]);

    /// <summary>Adds the event to the batch; false where the record is left to the others, and nothing was added.</summary>
    /// <param name="text">The chunk, with <see cref="JsonText.Padding"/> behind it; valid UTF-8.</param>
    /// <param name="start">Where the record starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="batch">Where the event goes.</param>
    public bool TryParse(ReadOnlySpan<byte> text, int start, int end, EventBatch batch)
    {
        ref var parsed = ref batch.Next();
        fields.Begin(batch);
        var at = JsonText.SkipBlanks(text, start);
        if (text[at] == '{' && TryFields(text, ref at, batch, ref parsed) && JsonText.SkipBlanks(text, at) >= end && at <= end
            && fields.TryEnd(batch, ref parsed, text))
        {
            batch.Accept();
            return true;
        }

        batch.ItemCount = fields.FirstItem;
        return false;
    }

    private bool TryFields(ReadOnlySpan<byte> text, ref int at, EventBatch batch, ref ParsedEvent parsed)
    {
        var (seen, name) = (0u, QuickNames.Unknown);
        do
        {
            at = Past(text, at + 1);
            if (!_names.TryRead(text, ref at, ref name))
            {
                return false;
            }

            if (name != QuickNames.Unknown && !IsFirst(ref seen, name))
            {
                return false;
            }

            var done = name switch
            {
                QuickNames.Unknown => TrySkip(text, ref at),
                ItemsField => TryItems(text, ref at, batch),
                ConsentField => TryConsent(text, ref at, ref parsed),
                _ => JsonText.TryValue(text, ref at, out var value) && fields.TryRead((EventField)name, text, value, ref parsed),
            };
            if (!done)
            {
                return false;
            }

            at = Past(text, at);
        }
        while (text[at] == ',');

        return text[at++] == '}';
    }

    private bool TryItems(ReadOnlySpan<byte> text, ref int at, EventBatch batch)
    {
        if (JsonText.TryNull(text, ref at))
        {
            return true;
        }

        if (text[at] != '[')
        {
            return false;
        }

        var first = JsonText.SkipBlanks(text, at + 1);
        if (text[first] == ']')
        {
            at = first + 1;
            return true;
        }

        do
        {
            at = Past(text, at + 1);
            if (text[at] != '{' || !TryItem(text, ref at, batch))
            {
                return false;
            }

            at = Past(text, at);
        }
        while (text[at] == ',');

        return text[at++] == ']';
    }

    private bool TryItem(ReadOnlySpan<byte> text, ref int at, EventBatch batch)
    {
        ref var item = ref fields.BeginItem(batch);
        var (seen, name) = (0u, QuickNames.Unknown);
        do
        {
            at = Past(text, at + 1);
            if (!_itemNames.TryRead(text, ref at, ref name))
            {
                return false;
            }

            if (name == QuickNames.Unknown)
            {
                if (!TrySkip(text, ref at))
                {
                    return false;
                }
            }
            else if (!IsFirst(ref seen, name) || !JsonText.TryValue(text, ref at, out var value)
                || !fields.TryReadItem((EventField)(name + FirstItemField), text, value, ref item))
            {
                return false;
            }

            at = Past(text, at);
        }
        while (text[at] == ',');

        return text[at++] == '}' && fields.TryEndItem(ref item);
    }

    private bool TryConsent(ReadOnlySpan<byte> text, ref int at, ref ParsedEvent parsed)
    {
        if (JsonText.TryNull(text, ref at))
        {
            return true;
        }

        if (text[at] != '{')
        {
            return false;
        }

        parsed.Consent = ConsentCode.Said;
        var (seen, name) = (0u, QuickNames.Unknown);
        do
        {
            at = Past(text, at + 1);
            if (!_consentNames.TryRead(text, ref at, ref name) || name == QuickNames.Unknown || !IsFirst(ref seen, name)
                || !JsonText.TryBoolean(text, ref at, out var agreed))
            {
                return false;
            }

            var consent = name == 0 ? ConsentCode.Personalization : ConsentCode.Analytics;
            parsed.Consent |= agreed ? consent : ConsentCode.Absent;
            at = Past(text, at);
        }
        while (text[at] == ',');

        return text[at++] == '}';
    }

    private bool TrySkip(ReadOnlySpan<byte> text, ref int at)
    {
        fields.UnknownFields++;
        return JsonText.TryBoolean(text, ref at, out _) || (JsonText.TryValue(text, ref at, out var value) && (value.Form & TextForm.Escaped) == TextForm.Plain);
    }

    private static int Past(ReadOnlySpan<byte> text, int at) => text[at] > ' ' ? at : JsonText.SkipBlanks(text, at);

    // A name that comes twice has rules of its own, which stand elsewhere.
    private static bool IsFirst(ref uint seen, int name)
    {
        var bit = 1u << name;
        var isFirst = (seen & bit) == 0;
        seen |= bit;
        return isFirst;
    }
}
