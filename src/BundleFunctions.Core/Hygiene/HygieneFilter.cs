namespace BundleFunctions.Hygiene;

/// <summary>Says of every event what of it counts. Nothing is written: with other options the same events count again. Not thread-safe.</summary>
public sealed class HygieneFilter
{
    private readonly HygieneOptions _options;
    private readonly HygieneMarks _marks;
    private readonly Dictionary<UInt128, string> _robots;
    private readonly Dictionary<UInt128, string> _tests;
    private readonly Dictionary<UInt128, string> _trade;
    private readonly ValueRanges? _values;
    private readonly OrderLimits? _limits;
    private readonly Dictionary<string, RuleTally> _tallies = HygieneRule.All.ToDictionary(rule => rule, _ => new RuleTally(), StringComparer.Ordinal);
    private long _events;

    internal HygieneFilter(
        HygieneOptions options,
        HygieneMarks marks,
        Dictionary<UInt128, string> robots,
        Dictionary<UInt128, string> tests,
        Dictionary<UInt128, string> trade,
        ValueRanges? values,
        OrderLimits? limits)
    {
        (_options, _marks, _robots, _tests, _trade, _values, _limits) = (options, marks, robots, tests, trade, values, limits);
    }

    /// <summary>What of the event counts: itself, the event without some lines or prices, or nothing (null). Counted for the report.</summary>
    public ShopEvent? Clean(ShopEvent shopEvent)
    {
        _events++;
        if (shopEvent.Consent is { Analytics: false })
        {
            // It is left out by whoever learns, and is not looked at here.
            return shopEvent;
        }

        if (Find(shopEvent) is var (rule, reason))
        {
            _tallies[rule].Add(shopEvent, reason);
            return null;
        }

        return shopEvent.Type is EventType.Purchase or EventType.Refund && _values is not null ? Possible(shopEvent, _values) : shopEvent;
    }

    /// <summary>The rule (<see cref="HygieneRule"/>) that leaves the event out as a whole, and by what; null where none does. Counts nothing.</summary>
    public (string Rule, string Reason)? Find(ShopEvent shopEvent)
    {
        if (_marks.Find(shopEvent) is { } mark)
        {
            return mark;
        }

        if (_robots.Count > 0 && Actor.Of(shopEvent) is { } actor && _robots.TryGetValue(actor, out var robot))
        {
            return (HygieneRule.Robots, robot);
        }

        if (shopEvent.Type is not (EventType.Purchase or EventType.Refund))
        {
            return null;
        }

        // A refund goes with its order: it must not be taken from another one instead.
        if (_tests.Count + _trade.Count > 0)
        {
            var key = OrderSizes.KeyOf(shopEvent);
            if (_tests.TryGetValue(key, out var test))
            {
                return (HygieneRule.TestOrders, test);
            }

            if (_trade.TryGetValue(key, out var trade))
            {
                return (HygieneRule.Resellers, trade);
            }
        }

        return shopEvent.Type == EventType.Refund && !_options.TakeReturnsBack ? (HygieneRule.Returns, "off") : null;
    }

    /// <summary>What did not count so far.</summary>
    public HygieneReport Report() => new(
        _events,
        new SortedDictionary<string, RuleReport>(
            HygieneRule.All.ToDictionary(rule => rule, rule => _tallies[rule].Report(HygieneWords.Of(rule, _options, _limits, _values)), StringComparer.Ordinal),
            StringComparer.Ordinal));

    private ShopEvent? Possible(ShopEvent shopEvent, ValueRanges values)
    {
        List<EventItem>? kept = null;
        for (var i = 0; i < shopEvent.Items.Count; i++)
        {
            var item = shopEvent.Items[i];
            var hasQuantity = values.IsPossible(item.ProductId, item.Quantity);
            var hasPrice = values.IsPossible(item.ProductId, shopEvent.Currency, item.UnitPrice);
            if (!(hasQuantity && hasPrice) && kept is null)
            {
                kept = [.. shopEvent.Items.Take(i)];
            }

            if (!hasQuantity)
            {
                _tallies[HygieneRule.ImpossibleQuantities].Add(shopEvent, shopEvent.Type == EventType.Refund ? "refund" : "purchase", item.ProductId);
            }
            else if (!hasPrice)
            {
                // What was bought is not in doubt.
                _tallies[HygieneRule.ImpossiblePrices].Add(shopEvent, "price_set_aside", item.ProductId);
                kept!.Add(item with { UnitPrice = null, Discount = null });
            }
            else
            {
                kept?.Add(item);
            }
        }

        return kept is null ? shopEvent : kept.Count == 0 ? null : shopEvent with { Items = kept };
    }
}
