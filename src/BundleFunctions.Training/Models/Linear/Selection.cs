namespace BundleFunctions.Training.Models.Linear;

/// <summary>Finds a value by its rank without sorting the rest: Hoare's selection, linear on average.</summary>
internal static class Selection
{
    /// <summary>The places of the greatest values, ascending; of equal ones the first.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="count">How many to take, 0 or more.</param>
    /// <param name="spare">Room for as many values.</param>
    /// <param name="places">Room for <paramref name="count"/> places, or for all if they are fewer.</param>
    /// <returns>How many were taken.</returns>
    public static int Greatest(ReadOnlySpan<float> values, int count, Span<float> spare, Span<int> places)
    {
        var (threshold, ties) = (float.NegativeInfinity, 0);
        if (count < values.Length)
        {
            if (count == 0)
            {
                return 0;
            }

            values.CopyTo(spare);
            threshold = Greatest(spare[..values.Length], count);
            ties = count;
            foreach (var value in values)
            {
                ties -= value > threshold ? 1 : 0;
            }
        }

        var taken = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] > threshold || (values[i] == threshold && ties-- > 0))
            {
                places[taken++] = i;
            }
        }

        return taken;
    }

    /// <summary>The value that stands at place <paramref name="rank"/>, counted from 1, were they sorted with the greatest first.</summary>
    /// <param name="values">Finite values, at least <paramref name="rank"/> of them; their order is spoilt.</param>
    /// <param name="rank">1 or more.</param>
    public static float Greatest(Span<float> values, int rank)
    {
        var (low, high, place) = (0, values.Length - 1, rank - 1);
        while (low < high)
        {
            // The middle of three, against values that come in order.
            var (first, middle, last) = (values[low], values[low + ((high - low) / 2)], values[high]);
            var pivot = Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] > pivot)
                {
                    i++;
                }

                while (values[j] < pivot)
                {
                    j--;
                }

                if (i <= j)
                {
                    (values[i], values[j]) = (values[j], values[i]);
                    i++;
                    j--;
                }
            }

            if (place <= j)
            {
                high = j;
            }
            else if (place >= i)
            {
                low = i;
            }
            else
            {
                break;
            }
        }

        return values[place];
    }
}
