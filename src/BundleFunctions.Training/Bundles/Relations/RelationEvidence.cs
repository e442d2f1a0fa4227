using BundleFunctions.Numerics.Counting;
using BundleFunctions.Training.Bundles.Generation;
using BundleFunctions.Training.Counting;
using BundleFunctions.Training.Encoding;

namespace BundleFunctions.Training.Bundles.Relations;

/// <summary>All that is known of pairs of a shop's products.</summary>
public sealed class RelationEvidence
{
    private readonly Dictionary<ProductId, int> _numbers;

    /// <param name="products">The catalogue, each product once.</param>
    /// <param name="orders">Products of each order.</param>
    /// <param name="sessions">Products looked at in each session.</param>
    public RelationEvidence(
        IReadOnlyList<Product> products, IEnumerable<IReadOnlyList<ProductId>> orders, IEnumerable<IReadOnlyList<ProductId>> sessions)
    {
        Products = products;
        _numbers = products.Select((product, i) => (product.ProductId, i)).ToDictionary(pair => pair.ProductId, pair => pair.i);
        Orders = new OrderCounts(Encode(orders));
        Views = new OrderCounts(Encode(sessions));
        Texts = new PairFeatures([.. products.Select(CatalogueContent.Of)]);
    }

    public IReadOnlyList<Product> Products { get; }

    public OrderCounts Orders { get; }

    public OrderCounts Views { get; }

    internal PairFeatures Texts { get; }

    /// <summary>A product's number; null where the catalogue does not know it.</summary>
    public int? NumberOf(ProductId product) => _numbers.TryGetValue(product, out var number) ? number : null;

    /// <summary>Rows that hold both, and how many independence would expect.</summary>
    public static (int Together, double Expected) Count(OrderCounts rows, int one, int other) => (
        SortedSets.CountCommon(rows.Postings[one], rows.Postings[other]),
        rows.Total == 0 ? 0 : (double)rows.Of(one) * rows.Of(other) / rows.Total);

    private IndexSets Encode(IEnumerable<IReadOnlyList<ProductId>> rows)
    {
        var offsets = new List<int> { 0 };
        var items = new List<int>();
        foreach (var row in rows)
        {
            var known = row.Select(NumberOf).Where(number => number is not null).Select(number => number!.Value).Distinct().Order();
            items.AddRange(known);
            offsets.Add(items.Count);
        }

        return new IndexSets([.. offsets], [.. items], Products.Count);
    }
}
