using System.Text.Json;

namespace BundleFunctions.Lake;

/// <summary>Orders events by time, then by the bytes of their ids, then by their canonical bytes: the same on every machine, whatever order
/// files came in.</summary>
internal static class StableEventOrder
{
    /// <summary>The rows in order.</summary>
    public static int[] Sort(EventColumns events, EventMaker maker)
    {
        var times = events.Times.ToArray();
        var rows = new int[times.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
        }

        Array.Sort(times, rows);
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && times[end] == times[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                rows.AsSpan(start, end - start).Sort((a, b) => Compare(events, maker, a, b));
            }

            start = end;
        }

        return rows;
    }

    /// <summary>The rows in order; of several that are the same event, byte for byte, the first.</summary>
    public static int[] SortDistinct(EventColumns events, EventMaker maker)
    {
        var rows = Sort(events, maker);
        var count = 0;
        foreach (var row in rows)
        {
            if (count == 0 || events.Times[rows[count - 1]] != events.Times[row] || Compare(events, maker, rows[count - 1], row) != 0)
            {
                rows[count++] = row;
            }
        }

        return rows[..count];
    }

    private static int Compare(EventColumns events, EventMaker maker, int a, int b)
    {
        var byId = events.EventIds[a].SequenceCompareTo(events.EventIds[b]);
        return byId != 0 || a == b ? byId : Bytes(maker, a).AsSpan().SequenceCompareTo(Bytes(maker, b));
    }

    // Two events under one id are rare, so the bytes are made only then.
    private static byte[] Bytes(EventMaker maker, int row) => JsonSerializer.SerializeToUtf8Bytes(maker.Make(row), LakeJson.Lines.ShopEvent);
}
