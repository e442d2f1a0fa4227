namespace BundleFunctions.Catalogue;

/// <summary>Makes a catalogue out of events, for a shop that gave none.</summary>
public static class DerivedCatalogue
{
    /// <summary>One product for each that was bought at a price: titled as most events title it (of equals the first in ordinal order; its id
    /// where none does), priced at the lower median unit price of its purchases, each purchase counted once whatever its quantity.</summary>
    /// <param name="events">The shop's events.</param>
    /// <param name="currency">For purchases that name no currency.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<CatalogueSnapshot> FromAsync(
        IAsyncEnumerable<ShopEvent> events, string currency, CancellationToken cancellationToken)
    {
        var seen = new SortedDictionary<ProductId, Tally>();
        await foreach (var shopEvent in events.WithCancellation(cancellationToken))
        {
            if (shopEvent.Consent is { Analytics: false })
            {
                continue;
            }

            foreach (var item in shopEvent.Items)
            {
                if (!seen.TryGetValue(item.ProductId, out var tally))
                {
                    seen.Add(item.ProductId, tally = new Tally());
                }

                tally.Add(shopEvent, item, currency);
            }
        }

        var products = seen.Where(pair => pair.Value.HasPrice).Select(pair => pair.Value.ToProduct(pair.Key)).ToList();
        return new CatalogueSnapshot(SnapshotStore.IdOf(products), isDerived: true, products);
    }

    private sealed class Tally
    {
        private readonly SortedDictionary<string, int> _titles = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, SortedDictionary<decimal, int>> _prices = new(StringComparer.Ordinal);

        public bool HasPrice => _prices.Count > 0;

        public void Add(ShopEvent shopEvent, EventItem item, string defaultCurrency)
        {
            if (item.Title is { } title)
            {
                _titles[title] = _titles.GetValueOrDefault(title) + 1;
            }

            if (shopEvent.Type == EventType.Purchase && item.UnitPrice is > 0 and { } price)
            {
                var currency = shopEvent.Currency ?? defaultCurrency;
                if (!_prices.TryGetValue(currency, out var prices))
                {
                    _prices.Add(currency, prices = []);
                }

                prices[price] = prices.GetValueOrDefault(price) + 1;
            }
        }

        public Product ToProduct(ProductId id)
        {
            // MaxBy keeps the first of equals, and both are in ordinal order.
            var (currency, prices) = _prices.MaxBy(pair => pair.Value.Values.Sum());
            return new Product
            {
                ProductId = id,
                Title = _titles.Count == 0 ? id.Value : _titles.MaxBy(pair => pair.Value).Key,
                Price = LowerMedian(prices),
                Currency = currency,
            };
        }

        private static decimal LowerMedian(SortedDictionary<decimal, int> prices)
        {
            var before = (prices.Values.Sum() - 1) / 2;
            foreach (var (price, count) in prices)
            {
                if (before < count)
                {
                    return price;
                }

                before -= count;
            }

            throw new InvalidOperationException("A median of nothing.");
        }
    }
}
