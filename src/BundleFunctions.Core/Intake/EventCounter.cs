using System.Numerics;
using BundleFunctions.Lake;

namespace BundleFunctions.Intake;

/// <summary>Counts accepted events, one after the other; cheap enough for every one.</summary>
/// <param name="arrived">When their file was written.</param>
internal sealed class EventCounter(DateTimeOffset arrived)
{
    private const long Minute = TimeSpan.TicksPerMinute;

    private readonly long[] _types = new long[Enum.GetValues<EventType>().Length];
    private readonly long[] _fields = new long[Enum.GetValues<PresentFields>().Length];
    private readonly ArrivalCounts _arrival = new();
    private readonly long _arrived = arrived.UtcTicks;
    private long _events;
    private long _items;
    private long _priced;
    private long _discounted;
    private long _titled;
    private long _purchasesWithPerson;
    private long _purchasesWithOrder;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long _mostAhead;

    /// <summary>Counts one event.</summary>
    public void Add(ShopEvent shopEvent)
    {
        var fields = Has(shopEvent.Visitor, PresentFields.Visitor) | Has(shopEvent.User, PresentFields.User)
            | Has(shopEvent.Session, PresentFields.Session) | Has(shopEvent.Order, PresentFields.Order)
            | Has(shopEvent.Currency, PresentFields.Currency) | Has(shopEvent.Query, PresentFields.Query)
            | Has(shopEvent.Rating, PresentFields.Rating) | Has(shopEvent.Channel, PresentFields.Channel)
            | Has(shopEvent.RecommendationId, PresentFields.Recommendation) | Has(shopEvent.BundleId, PresentFields.Bundle)
            | Has(shopEvent.Consent, PresentFields.Consent);
        int priced = 0, discounted = 0, titled = 0;
        for (var i = 0; i < shopEvent.Items.Count; i++)
        {
            var item = shopEvent.Items[i];
            priced += item.UnitPrice is null ? 0 : 1;
            discounted += item.Discount is null ? 0 : 1;
            titled += item.Title is null ? 0 : 1;
        }

        Add(shopEvent.Type, shopEvent.OccurredAt.UtcTicks, fields, new PresentItems(shopEvent.Items.Count, priced, discounted, titled));
    }

    /// <summary>Counts the rows of a day from one on, column by column.</summary>
    public void Add(EventColumns day, int from)
    {
        var rows = day.Count - from;
        Count(PresentFields.Visitor, There(day, TextField.Visitor, from));
        Count(PresentFields.User, There(day, TextField.User, from));
        Count(PresentFields.Session, There(day, TextField.Session, from));
        Count(PresentFields.Order, There(day, TextField.Order, from));
        Count(PresentFields.Currency, There(day, TextField.Currency, from));
        Count(PresentFields.Query, There(day, TextField.Query, from));
        Count(PresentFields.Channel, There(day, TextField.Channel, from));
        Count(PresentFields.Bundle, There(day, TextField.BundleId, from));
        Count(PresentFields.Rating, There<long>(day.Ratings[from..], LakeUnits.Absent));
        var firstItem = day.ItemsOf(from).Start.Value;
        _items += day.Items.Count - firstItem;
        _priced += There<long>(day.Items.UnitPrices[firstItem..], LakeUnits.Absent);
        _discounted += There<long>(day.Items.Discounts[firstItem..], LakeUnits.Absent);
        _titled += There<int>(day.Items.Titles[firstItem..], TextTable.None);
        _events += rows;
        for (var row = from; row < day.Count; row++)
        {
            AddRow(day, row);
        }
    }

    /// <summary>Counts one event by what is known of it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="ticks">When it happened, in ticks of UTC.</param>
    /// <param name="fields">Its fields that hold something.</param>
    /// <param name="items">Its items.</param>
    public void Add(EventType type, long ticks, PresentFields fields, PresentItems items)
    {
        _events++;
        _types[(int)type]++;
        for (var left = (uint)fields; left != 0; left &= left - 1)
        {
            _fields[BitOperations.TrailingZeroCount(left)]++;
        }

        if (type == EventType.Purchase)
        {
            _purchasesWithPerson += (fields & (PresentFields.User | PresentFields.Visitor)) == PresentFields.None ? 0 : 1;
            _purchasesWithOrder += (fields & PresentFields.Order) == PresentFields.None ? 0 : 1;
        }

        _items += items.Count;
        _priced += items.Priced;
        _discounted += items.Discounted;
        _titled += items.Titled;
        AddTime(ticks);
    }

    /// <summary>What was counted so far.</summary>
    public EventCounts ToCounts()
    {
        var counts = new EventCounts
        {
            Events = _events,
            WithVisitor = Of(PresentFields.Visitor),
            WithUser = Of(PresentFields.User),
            WithSession = Of(PresentFields.Session),
            WithOrder = Of(PresentFields.Order),
            WithCurrency = Of(PresentFields.Currency),
            WithQuery = Of(PresentFields.Query),
            WithRating = Of(PresentFields.Rating),
            WithChannel = Of(PresentFields.Channel),
            WithRecommendation = Of(PresentFields.Recommendation),
            WithBundle = Of(PresentFields.Bundle),
            WithConsent = Of(PresentFields.Consent),
            Items = _items,
            ItemsWithPrice = _priced,
            ItemsWithDiscount = _discounted,
            ItemsWithTitle = _titled,
            Purchases = _types[(int)EventType.Purchase],
            PurchasesWithPerson = _purchasesWithPerson,
            PurchasesWithOrder = _purchasesWithOrder,
            First = _events == 0 ? null : new DateTimeOffset(_first, TimeSpan.Zero),
            Last = _events == 0 ? null : new DateTimeOffset(_last, TimeSpan.Zero),
            Arrival = _arrival,
        };
        _arrival.MostAheadSeconds = Math.Round(TimeSpan.FromTicks(_mostAhead).TotalSeconds, 3);
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i] > 0)
            {
                counts.Types[EventTypeNames.Of((EventType)i)] = _types[i];
            }
        }

        return counts;
    }

    private static int There<T>(ReadOnlySpan<T> values, T absent)
        where T : IEquatable<T> => values.Length - values.Count(absent);

    private static int There(EventColumns day, TextField field, int from) => There<int>(day.Codes(field)[from..], TextTable.None);

    private static PresentFields Has<T>(T? value, PresentFields field) => value is null ? PresentFields.None : field;

    private long Of(PresentFields field) => _fields[BitOperations.TrailingZeroCount((uint)field)];

    private void Count(PresentFields field, int count) => _fields[BitOperations.TrailingZeroCount((uint)field)] += count;

    private void AddRow(EventColumns day, int row)
    {
        var type = day.Types[row];
        _types[(int)type]++;
        if (day.Consents[row] != ConsentCode.Absent)
        {
            Count(PresentFields.Consent, 1);
        }

        if (!day.RecommendationIds[row].IsEmpty)
        {
            Count(PresentFields.Recommendation, 1);
        }

        if (type == EventType.Purchase)
        {
            _purchasesWithPerson += day.Codes(TextField.User)[row] == TextTable.None && day.Codes(TextField.Visitor)[row] == TextTable.None ? 0 : 1;
            _purchasesWithOrder += day.Codes(TextField.Order)[row] == TextTable.None ? 0 : 1;
        }

        AddTime(DateTimeOffset.UnixEpoch.Ticks + (day.Times[row] * TimeSpan.TicksPerMicrosecond));
    }

    private void AddTime(long ticks)
    {
        _first = Math.Min(_first, ticks);
        _last = Math.Max(_last, ticks);
        var age = _arrived - ticks;
        _mostAhead = Math.Max(_mostAhead, -age);
        if (age < -Minute)
        {
            _arrival.Ahead++;
        }
        else if (age <= 60 * Minute)
        {
            _arrival.WithinAnHour++;
        }
        else if (age <= 24 * 60 * Minute)
        {
            _arrival.WithinADay++;
        }
        else if (age <= 7 * 24 * 60 * Minute)
        {
            _arrival.WithinAWeek++;
        }
        else
        {
            _arrival.Older++;
        }
    }
}
