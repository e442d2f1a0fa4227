namespace BundleFunctions.Intake;

/// <summary>Reads the items of an event.</summary>
internal static class EventItems
{
    /// <summary>Checks every item; an event that must have items and has none is refused.</summary>
    public static IReadOnlyList<EventItem> Read(EventDraft draft, EventType type, ref FieldFault? fault)
    {
        if (draft.Items.Count == 0)
        {
            if (NeedsItems(draft, type))
            {
                fault ??= new(draft.ItemsName, RejectCodes.ItemsMissing, "Expected one item or more.");
            }

            return [];
        }

        var items = new EventItem[draft.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            FieldFault? itemFault = null;
            items[i] = Read(draft, draft.Items[i], ref itemFault);
            if (itemFault is not null)
            {
                fault ??= draft.IsFlat ? itemFault : itemFault with { Field = $"{draft.ItemsName}[{i}].{itemFault.Field}" };
            }
        }

        return items;
    }

    // A shown or clicked bundle is named by its id; its products need not be said again.
    private static bool NeedsItems(EventDraft draft, EventType type) => type switch
    {
        EventType.Search => false,
        EventType.Impression or EventType.Click => draft[EventField.BundleId] is null && draft[EventField.RecommendationId] is null,
        _ => true,
    };

    private static EventItem Read(EventDraft draft, ItemDraft item, ref FieldFault? fault)
    {
        if (item.ProductId is null)
        {
            fault ??= FieldTexts.Missing(draft.NameOf(EventField.ProductId));
        }

        var productId = FieldTexts.Id<ProductId>(draft.NameOf(EventField.ProductId), item.ProductId, ref fault) ?? default;
        var quantity = FieldNumbers.Quantity(draft.NameOf(EventField.Quantity), item.Quantity, ref fault);
        var unitPrice = FieldNumbers.Price(draft.NameOf(EventField.UnitPrice), item.UnitPrice, ref fault);
        var discount = FieldNumbers.Price(draft.NameOf(EventField.Discount), item.Discount, ref fault);
        if (discount > unitPrice)
        {
            fault ??= new(draft.NameOf(EventField.Discount), RejectCodes.DiscountOutOfRange, "Expected at most the unit price.", item.Discount);
        }

        var title = FieldTexts.Text(draft.NameOf(EventField.Title), item.Title, IntakeLimits.TitleLength, personal: false, ref fault);
        return new EventItem(productId, quantity, unitPrice, discount, title);
    }
}
