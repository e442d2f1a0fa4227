namespace BundleFunctions.Numerics.Counting;

/// <summary>Sizes of intersections of ascending, distinct lists.</summary>
public static class SortedSets
{
    /// <summary>How many values both lists hold.</summary>
    public static int CountCommon(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.Length > b.Length)
        {
            return CountCommon(b, a);
        }

        var common = 0;
        var at = 0;
        foreach (var value in a)
        {
            at = Seek(b, at, value);
            if (at == b.Length)
            {
                break;
            }

            if (b[at] == value)
            {
                common++;
            }
        }

        return common;
    }

    /// <summary>How many values all three lists hold.</summary>
    public static int CountCommon(ReadOnlySpan<int> a, ReadOnlySpan<int> b, ReadOnlySpan<int> c)
    {
        // The shortest list leads: each of its values costs a seek in the others.
        if (b.Length < a.Length && b.Length <= c.Length)
        {
            return CountCommon(b, a, c);
        }

        if (c.Length < a.Length)
        {
            return CountCommon(c, a, b);
        }

        var (common, atB, atC) = (0, 0, 0);
        foreach (var value in a)
        {
            atB = Seek(b, atB, value);
            atC = Seek(c, atC, value);
            if (atB == b.Length || atC == c.Length)
            {
                break;
            }

            if (b[atB] == value && c[atC] == value)
            {
                common++;
            }
        }

        return common;
    }

    /// <summary>First position from <paramref name="from"/> on whose value is not below <paramref name="value"/>, or the length.
    /// Doubling steps, then halves: O(log of the distance). Bentley and Yao 1976.</summary>
    internal static int Seek(ReadOnlySpan<int> list, int from, int value)
    {
        var step = 1;
        var low = from;
        var high = from;
        while (high < list.Length && list[high] < value)
        {
            low = high + 1;
            high = (int)Math.Min((long)high + step, list.Length);
            step <<= 1;
        }

        high = Math.Min(high, list.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (list[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
