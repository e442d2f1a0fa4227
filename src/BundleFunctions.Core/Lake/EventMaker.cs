using System.Text;

namespace BundleFunctions.Lake;

/// <summary>Makes events out of rows. A text that comes again is one string.</summary>
internal sealed class EventMaker(EventColumns columns)
{
    // By code; what was not made yet is null or empty.
    private string?[] _texts = [];
    private Pseudonym[] _pseudonyms = [];
    private ProductId[] _products = [];

    /// <exception cref="InvalidDataException">The row breaks a rule of <see cref="ShopEvent"/>.</exception>
    public ShopEvent Make(int row)
    {
        try
        {
            var recommendation = columns.RecommendationIds[row];
            return new ShopEvent
            {
                EventId = Identifier.Parse<EventId>(Encoding.UTF8.GetString(columns.EventIds[row])),
                Type = columns.Types[row],
                OccurredAt = LakeUnits.Time(columns.Times[row]),
                Visitor = Person(TextField.Visitor, row),
                User = Person(TextField.User, row),
                Session = Person(TextField.Session, row),
                Order = Person(TextField.Order, row),
                Items = Items(row),
                Currency = Text(TextField.Currency, row),
                Query = Text(TextField.Query, row),
                Rating = LakeUnits.Number(columns.Ratings[row]),
                Channel = Text(TextField.Channel, row),
                RecommendationId = recommendation.IsEmpty ? null : Encoding.UTF8.GetString(recommendation),
                BundleId = Text(TextField.BundleId, row) is { } bundle ? Identifier.Parse<BundleId>(bundle) : null,
                Consent = LakeUnits.Consent(columns.Consents[row]),
                Robot = Text(TextField.Robot, row),
            };
        }
        catch (FormatException e)
        {
            throw new InvalidDataException($"Row {row} of a lake part is no event: {e.Message}", e);
        }
    }

    private EventItem[] Items(int row)
    {
        var (start, count) = columns.ItemsOf(row).GetOffsetAndLength(columns.Items.Count);
        var items = count == 0 ? [] : new EventItem[count];
        for (var i = 0; i < count; i++)
        {
            var item = columns.Items[start + i];
            items[i] = new EventItem(
                Id(ref _products, item.Product)!.Value,
                item.Quantity,
                LakeUnits.Number(item.UnitPrice),
                LakeUnits.Number(item.Discount),
                Text(item.Title));
        }

        return items;
    }

    private Pseudonym? Person(TextField field, int row) => Id(ref _pseudonyms, columns.Codes(field)[row]);

    private string? Text(TextField field, int row) => Text(columns.Codes(field)[row]);

    private string? Text(int code)
    {
        if (code == TextTable.None)
        {
            return null;
        }

        Grow(ref _texts);
        return _texts[code] ??= Encoding.UTF8.GetString(columns.Texts[code]);
    }

    private T? Id<T>(ref T[] ids, int code)
        where T : struct, IIdentifier<T>
    {
        if (code == TextTable.None)
        {
            return null;
        }

        Grow(ref ids);
        if (ids[code].Value.Length == 0)
        {
            ids[code] = Identifier.Parse<T>(Encoding.UTF8.GetString(columns.Texts[code]));
        }

        return ids[code];
    }

    private void Grow<T>(ref T[] array)
    {
        if (array.Length <= columns.Texts.Count)
        {
            Array.Resize(ref array, Math.Max(columns.Texts.Count + 1, array.Length * 2));
        }
    }
}
