using BundleFunctions.Baskets;
using BundleFunctions.Catalogue;
using BundleFunctions.Lake;
using BundleFunctions.Ports;

namespace BundleFunctions.Intake.Advice;

/// <summary>Tells a shop whether its data are enough to learn from, what is missing, and why it matters.</summary>
/// <remarks>Reads the whole lake once. Memory: its orders, and two million pairs at most.</remarks>
public sealed class DataAdvisor(LakeReader lake, CatalogueReader catalogues)
{
    /// <exception cref="StoreException">The store failed.</exception>
    /// <exception cref="InvalidDataException">A file of our own cannot be read.</exception>
    public async Task<DataAdvice> ReadAsync(ShopId shop, CancellationToken cancellationToken)
    {
        var catalogue = await catalogues.ReadCurrentAsync(shop, cancellationToken) is { IsDerived: false } given ? given : null;
        var builder = new BasketBuilder();
        var products = new Dictionary<ProductId, long>();
        long events = 0, purchases = 0, withPerson = 0, items = 0, withPrice = 0;
        await foreach (var shopEvent in lake.ReadAsync(shop, cancellationToken))
        {
            events++;
            builder.Add(shopEvent);
            foreach (var item in shopEvent.Items)
            {
                products[item.ProductId] = products.GetValueOrDefault(item.ProductId) + 1;
            }

            if (shopEvent.Type == EventType.Purchase)
            {
                purchases++;
                withPerson += (shopEvent.User ?? shopEvent.Visitor) is null ? 0 : 1;
                items += shopEvent.Items.Count;
                withPrice += shopEvent.Items.Count(item => item.UnitPrice is > 0);
            }
        }

        var baskets = builder.Build().Baskets;
        var (buyers, pairs) = Count(baskets);
        var facts = new DataFacts(
            events,
            baskets.Count,
            baskets.Count(basket => basket.Products.Count > 1),
            buyers,
            products.Count,
            catalogue is null ? null : products.Keys.Count(product => catalogue.Find(product) is not null),
            catalogue is null ? 0 : products.Where(pair => catalogue.Find(pair.Key) is null).Sum(pair => pair.Value),
            pairs.PairsOfThree,
            pairs.AreMore,
            baskets.Count == 0 ? 0 : (baskets[^1].At.UtcDateTime.Date - baskets[0].At.UtcDateTime.Date).Days + 1,
            Share(withPerson, purchases),
            Share(withPrice, items));
        return new DataAdvice(shop, facts, DataThresholds.Judge(facts));
    }

    // Whoever cannot be told from others is nobody's second or third buyer of a pair, but one of their own.
    private static (int Buyers, PairCounter Pairs) Count(IReadOnlyList<Basket> baskets)
    {
        var buyers = new Dictionary<Pseudonym, int>();
        var pairs = new PairCounter();
        for (var i = 0; i < baskets.Count; i++)
        {
            var number = i + baskets.Count;
            if (baskets[i].User is { } user && !buyers.TryGetValue(user, out number))
            {
                buyers.Add(user, number = buyers.Count);
            }

            pairs.Add(baskets[i], number);
        }

        return (buyers.Count, pairs);
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
