using System.Globalization;

namespace BundleFunctions.Hygiene;

/// <summary>Counts what one rule left out. Not thread-safe.</summary>
internal sealed class RuleTally
{
    private const int MostSamples = 5;

    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> _actors = [];
    private readonly HashSet<UInt128> _orders = [];
    private readonly SortedSet<UInt128> _samples = [];
    private readonly SortedSet<ProductId> _products = [];
    private long _events;

    /// <param name="shopEvent">What was left out, or a line of it.</param>
    /// <param name="reason">By what it is known.</param>
    /// <param name="product">The line's product; null where it is the whole event.</param>
    public void Add(ShopEvent shopEvent, string reason, ProductId? product = null)
    {
        _events++;
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (shopEvent.Type is EventType.Purchase or EventType.Refund)
        {
            _orders.Add(OrderSizes.KeyOf(shopEvent));
        }

        // The smallest few, which do not depend on what came first.
        if (Actor.Of(shopEvent) is { } actor && _actors.Add(actor))
        {
            Keep(_samples, actor);
        }

        if (product is { } known)
        {
            Keep(_products, known);
        }
    }

    public RuleReport Report(string about) => new(
        about,
        _events,
        _actors.Count,
        _orders.Count,
        _reasons,
        [.. _samples.Select(sample => sample.ToString("x32", CultureInfo.InvariantCulture))],
        [.. _products.Select(product => product.Value)]);

    private static void Keep<T>(SortedSet<T> samples, T one)
    {
        if (samples.Add(one) && samples.Count > MostSamples)
        {
            samples.Remove(samples.Max!);
        }
    }
}
