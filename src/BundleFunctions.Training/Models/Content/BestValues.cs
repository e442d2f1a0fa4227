namespace BundleFunctions.Training.Models.Content;

/// <summary>The greatest values above 0 of each of many lists, and their mean. Which values come does matter, not when.</summary>
/// <param name="lists">How many lists.</param>
/// <param name="count">How many values are kept of each, 1 or more.</param>
internal sealed class BestValues(int lists, int count)
{
    // Each descending, filled up with 0.
    private readonly float[] _values = new float[(long)lists * count];

    public void Add(int list, float value)
    {
        var best = _values.AsSpan(list * count, count);
        if (value <= best[^1])
        {
            return;
        }

        var place = count - 1;
        for (; place > 0 && best[place - 1] < value; place--)
        {
            best[place] = best[place - 1];
        }

        best[place] = value;
    }

    /// <summary>Sum of what was kept over how many may be.</summary>
    public double Mean(int list)
    {
        var sum = 0.0;
        foreach (var value in _values.AsSpan(list * count, count))
        {
            sum += value;
        }

        return sum / count;
    }
}
