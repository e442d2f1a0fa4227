namespace BundleFunctions.Baskets;

/// <summary>Takes refunds out of the orders that they belong to.</summary>
/// <remarks>A refund that names an order takes from that order. Any other takes from its buyer's orders that still hold the
/// product and are not later than the refund, newest first. Named refunds go first, so that a guess never takes what is known.</remarks>
internal sealed class RefundLedger(IReadOnlyDictionary<OrderKey, OrderDraft> orders)
{
    private readonly Dictionary<(Pseudonym Buyer, ProductId Product), List<OrderDraft>> _byBuyer = [];

    public long RefundedPieces { get; private set; }

    public long UnmatchedRefunds { get; private set; }

    public long UnmatchedPieces { get; private set; }

    public void Apply(List<RefundLine> refunds)
    {
        refunds.Sort();
        var guesses = new List<RefundLine>();
        foreach (var refund in refunds)
        {
            if (refund.Order is { } key && orders.TryGetValue(key, out var order))
            {
                Book(refund.Pieces, order.Take(refund.Product, refund.Pieces));
            }
            else
            {
                guesses.Add(refund);
            }
        }

        IndexOrdersOf(guesses);
        foreach (var refund in guesses)
        {
            Book(refund.Pieces, TakeFromNewest(refund));
        }
    }

    private void IndexOrdersOf(List<RefundLine> refunds)
    {
        foreach (var refund in refunds.Where(refund => refund.Buyer is not null))
        {
            _byBuyer.TryAdd((refund.Buyer!.Value, refund.Product), []);
        }

        foreach (var order in orders.Values.Where(order => order.Buyer is not null))
        {
            foreach (var product in order.Products)
            {
                if (_byBuyer.TryGetValue((order.Buyer!.Value, product), out var holders))
                {
                    holders.Add(order);
                }
            }
        }

        foreach (var holders in _byBuyer.Values)
        {
            holders.Sort((a, b) => OrderDraft.Compare(b, a));
        }
    }

    private long TakeFromNewest(RefundLine refund)
    {
        if (refund.Buyer is not { } buyer || !_byBuyer.TryGetValue((buyer, refund.Product), out var holders))
        {
            return 0;
        }

        var taken = 0L;
        foreach (var order in holders)
        {
            if (taken == refund.Pieces)
            {
                break;
            }

            if (order.At <= refund.At)
            {
                taken += order.Take(refund.Product, refund.Pieces - taken);
            }
        }

        return taken;
    }

    private void Book(long asked, long taken)
    {
        RefundedPieces += taken;
        if (taken < asked)
        {
            UnmatchedRefunds++;
            UnmatchedPieces += asked - taken;
        }
    }
}
