using BundleFunctions.Baskets;
using BundleFunctions.Lake;

namespace BundleFunctions.Feedback.Sales;

/// <summary>What may still be given back: credited lines, and the orders of the period.</summary>
internal sealed class ReturnBook
{
    private readonly Dictionary<OrderKey, List<Credit>> _byOrder = [];
    private readonly Dictionary<(Pseudonym Unit, ProductId Product), List<Credit>> _byUnit = [];
    private readonly Dictionary<UInt128, DateTimeOffset> _orders = [];

    public void AddOrder(OrderKey order, DateTimeOffset at) => _orders.TryAdd(EventIdSet.Hash(order.Value), at);

    /// <summary>When an order of the period was made; null for any other.</summary>
    public DateTimeOffset? FindOrder(OrderKey order) => _orders.TryGetValue(EventIdSet.Hash(order.Value), out var at) ? at : null;

    public void Add(OrderKey order, Pseudonym? unit, Credit credit)
    {
        Put(_byOrder, order, credit);
        if (unit is { } known)
        {
            Put(_byUnit, (known, credit.Product), credit);
        }
    }

    /// <summary>Takes pieces back from what was credited: from the order that is named, else from the buyer's newest; first of what was paid in the
    /// refund's currency.</summary>
    public void Return(OrderKey? order, Pseudonym? unit, ProductId product, long pieces, string? currency)
    {
        var credits = order is { } named ? _byOrder.GetValueOrDefault(named)?.Where(credit => credit.Product == product)
            : unit is { } known ? _byUnit.GetValueOrDefault((known, product))?.AsEnumerable().Reverse()
            : null;
        foreach (var credit in (credits ?? []).OrderBy(credit => string.Equals(credit.Currency, currency, StringComparison.Ordinal) ? 0 : 1))
        {
            pieces -= credit.Return(pieces);
            if (pieces <= 0)
            {
                return;
            }
        }
    }

    private static void Put<TKey>(Dictionary<TKey, List<Credit>> table, TKey key, Credit credit)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var credits))
        {
            table.Add(key, credits = new List<Credit>(1));
        }

        credits.Add(credit);
    }
}
