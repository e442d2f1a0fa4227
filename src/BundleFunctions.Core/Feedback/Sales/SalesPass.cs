using BundleFunctions.Bandits;
using BundleFunctions.Baskets;

namespace BundleFunctions.Feedback.Sales;

/// <summary>One pass over a shop's events in the order of time. Orders are closed at the end of their day, refunds after them.</summary>
/// <remarks>Memory: one day of orders and reactions, what visitors chose within the window, bounded tallies, bounded visitors, and 40 bytes an order of
/// the period.</remarks>
internal sealed class SalesPass
{
    private readonly SalesRequest _request;
    private readonly ProductValues _values;
    private readonly ReactionReader _reactions;
    private readonly Attribution _attribution;
    private readonly OrderScopes _scopes;
    private readonly ReturnBook _returns = new();
    private readonly Units _units;
    private readonly Dictionary<Pseudonym, Journey> _journeys = [];
    private readonly Dictionary<OrderKey, OpenOrder> _orders = [];
    private readonly Dictionary<Pseudonym, int> _ordersToday = [];
    private readonly List<(ShopEvent Refund, Pseudonym? Unit)> _refunds = [];
    private DateOnly _day;

    public SalesPass(SalesRequest request, ReactionReader reactions, BundleContents contents, ProductValues values, SalesCounts counts, SalesPassOptions options)
    {
        (_request, _values, Counts) = (request, values, counts);
        _reactions = reactions;
        _attribution = new Attribution(contents, values, counts);
        Books = new SalesBooks(contents, counts, options.Bandit, new DateTimeOffset(request.To.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero));
        Visitors = new VisitorBook(request.MaxVisitors);
        Parts = options.WithParts ? new MarginParts() : null;
        _units = new Units(options.Segments);
        _scopes = new OrderScopes(Books, contents, values);
        Days = [.. Enumerable.Range(0, request.To.DayNumber - request.From.DayNumber + 1).Select(i => new SalesDay(request.From.AddDays(i)))];
    }

    public SalesCounts Counts { get; }

    public SalesBooks Books { get; }

    public VisitorBook Visitors { get; }

    /// <summary>How visitors' margins are parted; null where nobody is held out to compare with.</summary>
    public MarginParts? Parts { get; }

    public IReadOnlyList<SalesDay> Days { get; }

    public void Add(ShopEvent shopEvent)
    {
        var day = DateOnly.FromDateTime(shopEvent.OccurredAt.UtcDateTime);
        if (day != _day)
        {
            EndDay();
            _day = day;
        }

        Counts.Events++;
        if (shopEvent.Consent is { Analytics: false })
        {
            Counts.WithoutConsent++;
            return;
        }

        var unit = _units.Of(shopEvent);
        if (unit is { } seen && IsInPeriod(day) && Visitors.Find(seen) is { } totals)
        {
            totals.IsSeen = true;
            totals.Segment = _units.SegmentOf(seen) ?? totals.Segment;
        }

        switch (shopEvent.Type)
        {
            case EventType.Impression or EventType.Click or EventType.AddToCart:
                React(shopEvent, unit);
                break;
            case EventType.Purchase:
                Buy(shopEvent, unit);
                break;
            case EventType.Refund:
                _refunds.Add((shopEvent, unit));
                break;
        }
    }

    /// <summary>Closes what is open, and tells every row its scope. Nothing may be added afterwards.</summary>
    public void End()
    {
        EndDay();
        _scopes.Settle();
    }

    private void EndDay()
    {
        foreach (var order in _orders.Values.OrderBy(order => order.At).ThenBy(order => order.Key))
        {
            Close(order);
        }

        foreach (var (refund, unit) in _refunds)
        {
            Refund(refund, unit);
        }

        _orders.Clear();
        _refunds.Clear();
        _ordersToday.Clear();
        _reactions.EndDay();
        if (_day == default)
        {
            return;
        }

        var oldest = new DateTimeOffset(_day, TimeOnly.MinValue, TimeSpan.Zero).AddDays(-_request.WindowDays);
        foreach (var (unit, journey) in _journeys)
        {
            if (journey.LastAt < oldest)
            {
                _journeys.Remove(unit);
            }
        }
    }

    private bool IsInPeriod(DateOnly day) => day >= _request.From && day <= _request.To;

    private void React(ShopEvent reaction, Pseudonym? unit)
    {
        var stamp = reaction.RecommendationId is null && reaction.BundleId is null ? null : _reactions.Read(reaction, unit);
        if (unit is { } robot && _reactions.IsRobot(robot) && Visitors.Find(robot) is { } totals)
        {
            totals.IsRobot = true;
        }

        if (reaction is { Type: EventType.AddToCart, BundleId: null } && unit is { } buyer)
        {
            foreach (var item in reaction.Items)
            {
                JourneyOf(buyer).Cart(item.ProductId, reaction.OccurredAt);
            }
        }

        if (stamp is null)
        {
            return;
        }

        if (unit is { } visitor && IsInPeriod(_day))
        {
            Visitors.Expose(visitor, stamp.Variant, reaction.OccurredAt);
        }

        if (reaction.BundleId is not { } bundle)
        {
            return;
        }

        if (IsInPeriod(_day))
        {
            Count(reaction, bundle, stamp, unit);
            if (reaction.Type == EventType.Click && unit is { } clicker)
            {
                Visitors.Credit(clicker, stamp.Variant, bundle);
            }
        }

        if (reaction.Type != EventType.Impression && unit is { } chooser)
        {
            JourneyOf(chooser).Add(new Touch(reaction.OccurredAt, bundle, stamp));
        }
    }

    private void Count(ShopEvent reaction, BundleId bundle, RecommendationStamp stamp, Pseudonym? unit)
    {
        var isShown = reaction.Type == EventType.Impression;
        var isClick = reaction.Type == EventType.Click;
        var tallies = Books.Find(bundle, stamp, _day, _units.SegmentOf(unit));
        foreach (var tally in _scopes.CategoryOf(bundle) is { } category ? tallies.Append(category) : tallies)
        {
            tally.Impressions += isShown ? 1 : 0;
            tally.Clicks += isClick ? 1 : 0;
            tally.CartAdds += isShown || isClick ? 0 : 1;
        }

        var today = Days[_day.DayNumber - _request.From.DayNumber];
        today.Impressions += isShown ? 1 : 0;
        today.Clicks += isClick ? 1 : 0;
        if (isShown)
        {
            Books.Discounts.Show(stamp);
        }

        if (isShown || isClick)
        {
            Books.Learn(bundle, stamp, reaction.OccurredAt, new ArmStatistics(isShown ? 1 : 0, isClick ? 1 : 0, 0, 0));
        }
    }

    private void Buy(ShopEvent purchase, Pseudonym? unit)
    {
        var key = OrderKey.Of(purchase);
        if (!_orders.TryGetValue(key, out var order))
        {
            _orders.Add(key, order = new OpenOrder(key, unit, purchase.OccurredAt));
        }

        order.Join(unit);
        foreach (var item in purchase.Items)
        {
            if (_values.Of(purchase, item) is { } value)
            {
                order.Add(item.ProductId, item.Quantity, value);
            }
        }

        if (purchase is { BundleId: { } bundle } && _reactions.Read(purchase, unit) is { } stamp)
        {
            order.Named.Add(new Touch(purchase.OccurredAt, bundle, stamp));
        }
    }

    private void Close(OpenOrder order)
    {
        var own = order.Lines.Where(line => line.Currency is null).ToList();
        var (revenue, margin) = (own.Sum(line => line.Revenue), own.Sum(line => line.Margin));
        if (!IsInPeriod(_day))
        {
            if (_day < _request.From && _day >= _request.From.AddDays(-_request.PriorDays) && order.Unit is { } earlier)
            {
                Visitors.Find(earlier)?.AddPrior(margin);
            }

            return;
        }

        Counts.Orders++;
        _returns.AddOrder(order.Key, order.At);
        var today = Days[_day.DayNumber - _request.From.DayNumber];
        today.Revenue += revenue;
        var scoped = _scopes.Add(order, _day, _units.SegmentOf(order.Unit));
        if (order.Unit is { } unit)
        {
            Value(unit, order, own, revenue, margin);
            var orders = _ordersToday[unit] = _ordersToday.GetValueOrDefault(unit) + 1;
            if (orders > _request.MaxOrdersPerDay || _reactions.IsRobot(unit))
            {
                Counts.CappedOrders++;
                return;
            }
        }

        var journey = order.Unit is { } buyer ? _journeys.GetValueOrDefault(buyer) : null;
        var touches = order.Named.Concat(journey?.Latest(order.At.AddDays(-_request.WindowDays), order.At) ?? []).DistinctBy(touch => touch.Bundle);
        foreach (var (touch, kind, lines) in _attribution.Match(order.Lines, touches, (product, at) => journey?.WasWanted(product, at) == true))
        {
            Book(scoped, touch, kind, lines, today, journey);
        }
    }

    private void Value(Pseudonym unit, OpenOrder order, IReadOnlyList<SoldLine> own, decimal revenue, decimal margin)
    {
        if (Visitors.Find(unit) is not { } totals)
        {
            return;
        }

        totals.Add(revenue, margin, 1, order.At);
        if (Parts is { } parts)
        {
            totals.AddPart(parts.Week(SalesBooks.WeekOf(_day)), margin);
            foreach (var line in own)
            {
                AddCategory(totals, line.Product, line.Margin);
            }
        }
    }

    private void AddCategory(VisitorTotals totals, ProductId product, decimal margin)
    {
        if (Parts?.Category(_values.CategoryOf(product)) is { } part)
        {
            totals.AddPart(part, margin);
        }
    }

    private void Book(ScopedOrder scoped, Touch touch, CreditKind kind, IReadOnlyList<SoldLine> lines, SalesDay today, Journey? journey)
    {
        var order = scoped.Order;
        var tallies = Books.Find(touch.Bundle, touch.Stamp, _day, scoped.Segment);
        foreach (var tally in _scopes.CategoryOf(touch.Bundle) is { } category ? tallies.Append(category) : tallies)
        {
            tally.Count(kind);
        }

        foreach (var line in lines)
        {
            var wanted = line.Currency is null && journey?.WasWanted(line.Product, touch.At) == true ? line.Revenue : 0;
            IReadOnlyList<SalesTally> credited = Books.Category(_values.CategoryOf(line.Product)) is { } own ? [.. tallies, own] : tallies;
            foreach (var tally in credited)
            {
                tally.Pieces += line.Pieces;
                tally.In(line.Currency).Add(line.Revenue, line.Margin);
                tally.AlreadyWanted += wanted;
            }

            _returns.Add(order.Key, order.Unit, new Credit(line, credited));
        }

        scoped.Attach(touch.Bundle, tallies, Books.Bundles.GetValueOrDefault(touch.Bundle.Value), lines);
        var margin = lines.Where(line => line.Currency is null).Sum(line => line.Margin);
        today.BundleRevenue += lines.Where(line => line.Currency is null).Sum(line => line.Revenue);
        Books.Discounts.Earn(touch.Stamp, (double)margin);
        Books.Learn(touch.Bundle, touch.Stamp, order.At, new ArmStatistics(0, 0, (double)margin, (double)(margin * margin)));
    }

    private void Refund(ShopEvent refund, Pseudonym? unit)
    {
        OrderKey? order = refund.Order is { } named ? OrderKey.Of(named) : null;
        var orderedAt = order is { } key ? _returns.FindOrder(key) : refund.OccurredAt;
        foreach (var item in refund.Items)
        {
            _returns.Return(order, unit, item.ProductId, item.Quantity, _values.OtherCurrencyOf(refund, item.ProductId));

            // What belongs to no order of the period was never added to it.
            var isOfPeriod = order is null ? IsInPeriod(_day) : orderedAt is not null;
            if (isOfPeriod && _values.Of(refund, item) is { } value)
            {
                var day = DateOnly.FromDateTime(orderedAt!.Value.UtcDateTime);
                _scopes.Return(item.ProductId, value, day, _units.SegmentOf(unit));
                Devalue(unit, item.ProductId, value, orderedAt.Value);
            }
        }
    }

    private void Devalue(Pseudonym? unit, ProductId product, LineValue value, DateTimeOffset orderedAt)
    {
        if (!value.IsOwn || unit is not { } buyer || Visitors.Find(buyer) is not { Orders: > 0 } totals)
        {
            return;
        }

        totals.Add(-value.Revenue, -value.Margin, 0, orderedAt);
        if (Parts is { } parts)
        {
            totals.AddPart(parts.Week(SalesBooks.WeekOf(DateOnly.FromDateTime(orderedAt.UtcDateTime))), -value.Margin);
            AddCategory(totals, product, -value.Margin);
        }
    }

    private Journey JourneyOf(Pseudonym unit)
    {
        if (!_journeys.TryGetValue(unit, out var journey))
        {
            _journeys.Add(unit, journey = new Journey());
        }

        return journey;
    }
}
