namespace BundleFunctions.DemoShop;

/// <summary>Shares out a whole number by weights so that the parts sum to it exactly.</summary>
internal static class Apportionment
{
    /// <summary>
    /// The method of largest remainders (Hamilton, 1792); equal remainders go to the lower index.
    /// </summary>
    /// <param name="total">What to share out, 0 or more.</param>
    /// <param name="weights">Not negative, with a sum above 0.</param>
    public static int[] Share(int total, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var parts = new int[weights.Length];
        var remainders = new (double Remainder, int Index)[weights.Length];
        var given = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = total * (weights[i] / sum);
            parts[i] = (int)exact;
            given += parts[i];
            remainders[i] = (exact - parts[i], i);
        }

        Array.Sort(remainders, (a, b) => b.Remainder.CompareTo(a.Remainder) is var order and not 0 ? order : a.Index.CompareTo(b.Index));
        for (var i = 0; given < total; i++, given++)
        {
            parts[remainders[i % remainders.Length].Index]++;
        }

        return parts;
    }
}
