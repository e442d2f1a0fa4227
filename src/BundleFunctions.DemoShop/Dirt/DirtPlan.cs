namespace BundleFunctions.DemoShop.Dirt;

/// <summary>Spreads the bad and the repeated lines evenly over the days, kinds in turn, so that counts are exact for any size.</summary>
internal static class DirtPlan
{
    private static readonly DirtKind[] Kinds = Enum.GetValues<DirtKind>();

    /// <summary>The bad lines of one day as (number over all days, kind).</summary>
    public static IEnumerable<(int Number, DirtKind Kind)> Dirt(DemoShopOptions options, int day)
        => Numbers(options.DirtyLines, options.Days, day).Select(number => (number, Kinds[number % Kinds.Length]));

    /// <summary>The repeated lines of one day, numbered over all days.</summary>
    public static IEnumerable<int> Duplicates(DemoShopOptions options, int day) => Numbers(options.DuplicateLines, options.Days, day);

    // Number i lies on day floor(i days / count).
    private static IEnumerable<int> Numbers(int count, int days, int day)
    {
        var first = (((long)day * count) + days - 1) / days;
        var end = ((((long)day + 1) * count) + days - 1) / days;
        for (var number = first; number < end; number++)
        {
            yield return (int)number;
        }
    }
}
