using System.Runtime.InteropServices;
using BundleFunctions.Baskets;
using BundleFunctions.Identity;
using BundleFunctions.Lake;

namespace BundleFunctions.Hygiene;

/// <summary>The sizes of all orders, some 80 bytes each, and which of them are tests or trade.</summary>
internal sealed class OrderSizes
{
    private const double LeastDeviation = 0.5;

    private readonly Dictionary<UInt128, OrderSize> _orders = [];

    public static UInt128 KeyOf(ShopEvent shopEvent) =>
        shopEvent.Order is { } order ? PseudonymBits.Of(order) : EventIdSet.Hash(OrderKey.Of(shopEvent).Value);

    /// <param name="purchase">A purchase.</param>
    /// <param name="marks">Which products are tests.</param>
    /// <param name="numberOf">Numbers products.</param>
    public void Add(ShopEvent purchase, HygieneMarks marks, Func<ProductId, int> numberOf)
    {
        ref var order = ref CollectionsMarshal.GetValueRefOrAddDefault(_orders, KeyOf(purchase), out _);

        // Of several buyers the smallest, so that the order of events does not matter.
        order.Buyer = Actor.BuyerOf(purchase) is { } buyer && !(order.Buyer < buyer) ? buyer : order.Buyer;
        foreach (var item in purchase.Items)
        {
            order.Pieces += item.Quantity;
            order.Lines++;
            order.IsPaid |= item.UnitPrice is not 0;
            order.HasTestProduct |= marks.IsTest(item.ProductId);
            var number = numberOf(item.ProductId);
            if ((item.Quantity, number).CompareTo((order.LargestLine, order.LargestProduct)) > 0)
            {
                (order.LargestLine, order.LargestProduct) = (item.Quantity, number);
            }
        }
    }

    /// <summary>Orders that are tests, and why: <c>test_product</c> or <c>free</c>.</summary>
    public Dictionary<UInt128, string> FindTests(TestOrderOptions options)
    {
        var tests = new Dictionary<UInt128, string>();
        foreach (var (key, order) in _orders)
        {
            if (order.HasTestProduct)
            {
                tests.Add(key, "test_product");
            }
            else if (options.FreeOrders && !order.IsPaid)
            {
                tests.Add(key, "free");
            }
        }

        return tests;
    }

    /// <summary>Orders that are trade, and why: <c>pieces</c> or <c>lines</c>, or <c>buyer</c> for the smaller ones of somebody most of whose orders are.</summary>
    /// <param name="options">From when on.</param>
    /// <param name="left">Orders that are not looked at.</param>
    /// <param name="isPossible">Whether so many pieces of a product can be; a line that cannot is no sign of trade.</param>
    public (Dictionary<UInt128, string> Orders, OrderLimits Limits) FindTrade(
        ResellerOptions options, Dictionary<UInt128, string> left, Func<int, int, bool> isPossible)
    {
        var (pieces, lines) = (new LogHistogram(), new LogHistogram());
        foreach (var (key, order) in _orders)
        {
            if (!left.ContainsKey(key))
            {
                pieces.Add(order.Pieces + 1);
                lines.Add(order.Lines + 1);
            }
        }

        var trade = new Dictionary<UInt128, string>();
        var limits = new OrderLimits(Limit(pieces, options.Deviations, options.MinPieces), Limit(lines, options.Deviations, options.MinLines));
        if (pieces.Count < options.MinOrders)
        {
            return (trade, limits with { IsKnown = false });
        }

        var buyers = new Dictionary<UInt128, (int Orders, int Trade)>();
        foreach (var (key, order) in _orders)
        {
            var taken = isPossible(order.LargestProduct, order.LargestLine) ? order.Pieces : order.Pieces - order.LargestLine;
            var reason = left.ContainsKey(key) ? null : taken > limits.Pieces ? "pieces" : order.Lines > limits.Lines ? "lines" : null;
            if (reason is not null)
            {
                trade.Add(key, reason);
            }

            if (order.Buyer is { } buyer)
            {
                ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(buyers, buyer, out _);
                counts = (counts.Orders + 1, counts.Trade + (reason is null ? 0 : 1));
            }
        }

        foreach (var (key, order) in _orders)
        {
            if (order.Buyer is { } buyer && buyers[buyer] is var counts && counts.Trade >= 2 && 2 * counts.Trade > counts.Orders)
            {
                trade.TryAdd(key, "buyer");
            }
        }

        return (trade, limits);
    }

    private static double Limit(LogHistogram sizes, double deviations, int least)
    {
        var (median, deviation) = sizes.Robust();
        return Math.Max(least, Math.Exp(median + (deviations * Math.Max(deviation, LeastDeviation))) - 1);
    }
}
