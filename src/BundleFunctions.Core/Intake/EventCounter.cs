namespace BundleFunctions.Intake;

/// <summary>Counts accepted events, one after the other; cheap enough for every one.</summary>
/// <param name="arrived">When their file was written.</param>
internal sealed class EventCounter(DateTimeOffset arrived)
{
    private static readonly long Minute = TimeSpan.TicksPerMinute;
    private readonly long[] _types = new long[Enum.GetValues<EventType>().Length];
    private readonly EventCounts _counts = new();
    private readonly long _arrived = arrived.UtcTicks;
    private long _first = long.MaxValue;
    private long _last = long.MinValue;
    private long _mostAhead;

    public void Add(ShopEvent shopEvent)
    {
        _types[(int)shopEvent.Type]++;
        _counts.Events++;
        _counts.WithVisitor += shopEvent.Visitor is null ? 0 : 1;
        _counts.WithUser += shopEvent.User is null ? 0 : 1;
        _counts.WithSession += shopEvent.Session is null ? 0 : 1;
        _counts.WithOrder += shopEvent.Order is null ? 0 : 1;
        _counts.WithCurrency += shopEvent.Currency is null ? 0 : 1;
        _counts.WithQuery += shopEvent.Query is null ? 0 : 1;
        _counts.WithRating += shopEvent.Rating is null ? 0 : 1;
        _counts.WithChannel += shopEvent.Channel is null ? 0 : 1;
        _counts.WithRecommendation += shopEvent.RecommendationId is null ? 0 : 1;
        _counts.WithBundle += shopEvent.BundleId is null ? 0 : 1;
        _counts.WithConsent += shopEvent.Consent is null ? 0 : 1;
        if (shopEvent.Type == EventType.Purchase)
        {
            _counts.Purchases++;
            _counts.PurchasesWithPerson += (shopEvent.User ?? shopEvent.Visitor) is null ? 0 : 1;
            _counts.PurchasesWithOrder += shopEvent.Order is null ? 0 : 1;
        }

        AddItems(shopEvent.Items);
        AddTime(shopEvent.OccurredAt.UtcTicks);
    }

    /// <summary>What was counted so far.</summary>
    public EventCounts ToCounts()
    {
        for (var i = 0; i < _types.Length; i++)
        {
            if (_types[i] > 0)
            {
                _counts.Types[EventTypeNames.Of((EventType)i)] = _types[i];
            }
        }

        if (_counts.Events > 0)
        {
            (_counts.First, _counts.Last) = (new DateTimeOffset(_first, TimeSpan.Zero), new DateTimeOffset(_last, TimeSpan.Zero));
        }

        _counts.Arrival.MostAheadSeconds = Math.Round(TimeSpan.FromTicks(_mostAhead).TotalSeconds, 3);
        return _counts;
    }

    private void AddItems(IReadOnlyList<EventItem> items)
    {
        _counts.Items += items.Count;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            _counts.ItemsWithPrice += item.UnitPrice is null ? 0 : 1;
            _counts.ItemsWithDiscount += item.Discount is null ? 0 : 1;
            _counts.ItemsWithTitle += item.Title is null ? 0 : 1;
        }
    }

    private void AddTime(long ticks)
    {
        _first = Math.Min(_first, ticks);
        _last = Math.Max(_last, ticks);
        var age = _arrived - ticks;
        _mostAhead = Math.Max(_mostAhead, -age);
        var arrival = _counts.Arrival;
        if (age < -Minute)
        {
            arrival.Ahead++;
        }
        else if (age <= 60 * Minute)
        {
            arrival.WithinAnHour++;
        }
        else if (age <= 24 * 60 * Minute)
        {
            arrival.WithinADay++;
        }
        else if (age <= 7 * 24 * 60 * Minute)
        {
            arrival.WithinAWeek++;
        }
        else
        {
            arrival.Older++;
        }
    }
}
