namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>How many pieces of a product its buyers usually take. Takes every event once, in any order. Not thread-safe.</summary>
/// <param name="minPurchases">Purchases that must hold the product, 1 or more.</param>
/// <param name="minShare">Share of them, 0..1, that must take that many.</param>
public sealed class ModalQuantities(int minPurchases = 10, double minShare = 0.5)
{
    private readonly Dictionary<ProductId, SortedDictionary<int, int>> _taken = [];

    /// <summary>Adds one event. Only purchases count; events without consent to analytics are left out.</summary>
    public void Add(ShopEvent shopEvent)
    {
        if (shopEvent.Type != EventType.Purchase || shopEvent.Consent is { Analytics: false })
        {
            return;
        }

        foreach (var item in shopEvent.Items)
        {
            if (!_taken.TryGetValue(item.ProductId, out var counts))
            {
                _taken.Add(item.ProductId, counts = []);
            }

            counts[item.Quantity] = counts.GetValueOrDefault(item.Quantity) + 1;
        }
    }

    /// <summary>The modal quantity where it is two or more and sure enough; null elsewhere. Among equals the smaller.</summary>
    public int? Of(ProductId product)
    {
        if (!_taken.TryGetValue(product, out var counts))
        {
            return null;
        }

        var purchases = counts.Values.Sum();
        var mode = counts.MaxBy(pair => pair.Value);
        return purchases >= minPurchases && mode.Key >= 2 && mode.Value > minShare * purchases ? mode.Key : null;
    }
}
