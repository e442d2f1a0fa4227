using BundleFunctions.Catalogue;

namespace BundleFunctions.Hygiene;

/// <summary>The first look over a shop's events, after which it is known what does not count. Takes every event once, in order of time; the memory
/// it needs grows with visitors, orders and products, not with events. Not thread-safe.</summary>
/// <param name="options">Valid options.</param>
public sealed class HygieneSurvey(HygieneOptions options)
{
    private readonly HygieneMarks _marks = new(options);
    private readonly VisitorWalks _walks = new();
    private readonly OrderSizes _orders = new();
    private readonly ValueRanges _values = new();

    /// <summary>Looks at one event. What a mark gives away as no shopper's says nothing of what shoppers do, and nobody looks at events without
    /// consent to analytics.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Consent is { Analytics: false } || _marks.Find(shopEvent) is not null)
        {
            return;
        }

        _walks.Add(shopEvent);
        if (shopEvent.Type == EventType.Purchase)
        {
            _orders.Add(shopEvent, _marks, _values.NumberOf);
            _values.Add(shopEvent);
        }
    }

    /// <summary>What of the same events does not count. Call once, after the last.</summary>
    /// <param name="catalogue">Prices to hold others against; null where there are none.</param>
    public HygieneFilter Judge(CatalogueSnapshot? catalogue)
    {
        _values.Settle(options.Values, catalogue);
        var robots = options.Robots.Enabled ? _walks.Judge(options.Robots) : [];
        var tests = options.TestOrders.Enabled ? _orders.FindTests(options.TestOrders) : [];
        var (trade, limits) = options.Resellers.Enabled
            ? _orders.FindTrade(options.Resellers, tests, (product, pieces) => !options.Values.Enabled || _values.IsPossible(product, pieces))
            : ([], null);
        return new HygieneFilter(options, _marks, robots, tests, trade, options.Values.Enabled ? _values : null, limits);
    }
}
