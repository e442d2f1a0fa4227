namespace BundleFunctions.Baskets;

/// <summary>One product given back. Refunds are worked off in this order: by time, event, then place in the event.</summary>
internal readonly record struct RefundLine(
    DateTimeOffset At, EventId Event, int Index, OrderKey? Order, Pseudonym? Buyer, ProductId Product, long Pieces) : IComparable<RefundLine>
{
    public int CompareTo(RefundLine other) => (At, Event, Index).CompareTo((other.At, other.Event, other.Index));
}
