using System.Text.Json;

namespace BundleFunctions.Intake.Maps;

/// <summary>Reads the items of a record: the elements of an array, or the parts of columns that hold several values.</summary>
internal sealed class ItemMapper
{
    private static readonly EventField[] ItemFields = [.. Enum.GetValues<EventField>().Where(EventMapper.IsItem)];

    private readonly ImportItems _items;
    private readonly string?[] _found = new string?[EventFieldNames.Count];
    private readonly int _from;
    private readonly FieldMapper<EventField>? _fields;
    private readonly JsonValues? _element;

    public ItemMapper(ImportMap map, ImportItems items, MapPlaces places, ValueTexts texts)
    {
        _items = items;
        if (items.From is null)
        {
            return;
        }

        _from = places.Add(items.From);
        var inner = new MapPlaces();
        _fields = new FieldMapper<EventField>(
            map, items.Columns, inner, EventMapper.IsItem, field => field is not (EventField.ProductId or EventField.Title));
        _element = new JsonValues(inner, texts);
    }

    /// <summary>Adds the record's items to a draft whose other fields are read.</summary>
    public FieldFault? Read(IRecordValues values, EventDraft draft) =>
        _fields is null ? ReadParts(draft) : values is JsonValues json ? ReadElements(json, draft) : null;

    private FieldFault? ReadElements(JsonValues values, EventDraft draft)
    {
        if (!values.TryFind(_from, out var array) || array.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            return new(_items.From, RejectCodes.FieldWrongType, "Expected an array of items.", array.ValueKind.ToString());
        }

        foreach (var element in array.EnumerateArray())
        {
            var place = $"{_items.From}[{draft.Items.Count}]";
            if (element.ValueKind != JsonValueKind.Object)
            {
                return new(place, RejectCodes.FieldWrongType, "Expected an object.", element.ValueKind.ToString());
            }

            Array.Clear(_found);
            _element!.Root = element;
            if (_fields!.Read(_element, (field, text) => _found[(int)field] = text) is { } fault)
            {
                return fault with { Field = $"{place}.{fault.Field}" };
            }

            if (Add(draft) is { } tooMany)
            {
                return tooMany;
            }
        }

        return null;
    }

    private FieldFault? ReadParts(EventDraft draft)
    {
        if (draft[EventField.ProductId] is not { } products)
        {
            return null;
        }

        var count = products.Split(_items.Split).Length;
        for (var i = 0; i < count; i++)
        {
            foreach (var field in ItemFields)
            {
                // A column with one value has it for every item.
                var parts = draft[field]?.Split(_items.Split);
                if (parts is not null && parts.Length != count && parts.Length != 1)
                {
                    return new(
                        draft.NameOf(field),
                        RejectCodes.UnevenItems,
                        $"Expected {count} values, as {draft.NameOf(EventField.ProductId)} has, or one.",
                        draft[field]);
                }

                var part = parts?[parts.Length == 1 ? 0 : i].Trim();
                _found[(int)field] = string.IsNullOrEmpty(part) ? null : part;
            }

            if (Add(draft) is { } tooMany)
            {
                return tooMany;
            }
        }

        return null;
    }

    private FieldFault? Add(EventDraft draft)
    {
        if (draft.Items.Count == IntakeLimits.ItemsPerEvent)
        {
            return new(draft.ItemsName, RejectCodes.TooManyItems, $"Expected at most {IntakeLimits.ItemsPerEvent} items.");
        }

        draft.Items.Add(new ItemDraft(
            _found[(int)EventField.ProductId],
            _found[(int)EventField.Quantity],
            _found[(int)EventField.UnitPrice],
            _found[(int)EventField.Discount],
            _found[(int)EventField.Title]));
        return null;
    }
}
