using System.Text.Json;

namespace BundleFunctions.Lake;

/// <summary>Orders events by time, then id, then bytes: the same on every machine, whatever order files came in.</summary>
internal sealed class StableEventOrder : IComparer<ShopEvent>
{
    public static StableEventOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(ShopEvent? x, ShopEvent? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byTime = x.OccurredAt.CompareTo(y.OccurredAt);
        if (byTime != 0)
        {
            return byTime;
        }

        var byId = x.EventId.CompareTo(y.EventId);
        return byId != 0 ? byId : Bytes(x).AsSpan().SequenceCompareTo(Bytes(y));
    }

    // Two different events under one id are rare, so the bytes are made only then.
    private static byte[] Bytes(ShopEvent shopEvent) => JsonSerializer.SerializeToUtf8Bytes(shopEvent, LakeJson.Lines.ShopEvent);
}
