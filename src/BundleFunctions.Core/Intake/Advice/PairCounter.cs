using BundleFunctions.Baskets;

namespace BundleFunctions.Intake.Advice;

/// <summary>Counts pairs of products that several buyers have in an order, in bounded memory.</summary>
internal sealed class PairCounter
{
    private const int MaxPairs = 2_000_000;

    // The pairs of one huge order say little and are many.
    private const int MaxProducts = 100;

    private readonly Dictionary<ProductId, int> _products = [];
    private readonly Dictionary<long, (int First, int Second, bool IsEnough)> _pairs = [];

    /// <summary>Pairs that three buyers have.</summary>
    public int PairsOfThree { get; private set; }

    /// <summary>Whether some pairs were not counted.</summary>
    public bool AreMore { get; private set; }

    /// <param name="basket">An order.</param>
    /// <param name="buyer">Numbers its buyer.</param>
    public void Add(Basket basket, int buyer)
    {
        AreMore |= basket.Products.Count > MaxProducts;
        var count = Math.Min(basket.Products.Count, MaxProducts);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                Add(((long)Number(basket.Products[i]) << 32) | (uint)Number(basket.Products[j]), buyer);
            }
        }
    }

    private void Add(long pair, int buyer)
    {
        if (!_pairs.TryGetValue(pair, out var seen))
        {
            AreMore |= _pairs.Count >= MaxPairs;
            if (_pairs.Count < MaxPairs)
            {
                _pairs.Add(pair, (buyer, -1, false));
            }
        }
        else if (!seen.IsEnough && buyer != seen.First && buyer != seen.Second)
        {
            var isEnough = seen.Second >= 0;
            PairsOfThree += isEnough ? 1 : 0;
            _pairs[pair] = isEnough ? seen with { IsEnough = true } : seen with { Second = buyer };
        }
    }

    private int Number(ProductId product)
    {
        if (!_products.TryGetValue(product, out var number))
        {
            _products.Add(product, number = _products.Count);
        }

        return number;
    }
}
