namespace BundleFunctions.Training.Models.Blend;

/// <summary>Kinds of query that trust the parts of a blend differently.</summary>
internal static class QueryRegime
{
    /// <summary>How many there are: nothing known; only items that no row holds; one warm item; two or three; more.</summary>
    public const int Count = 5;

    /// <param name="warm">By item: whether some row that the parts learned from holds it.</param>
    public static int Of(Query query, ReadOnlySpan<byte> warm)
    {
        var known = 0;
        foreach (var item in query.Items)
        {
            known += warm[item];
        }

        return query.Items.Length == 0 ? 0 : known switch { 0 => 1, 1 => 2, <= 3 => 3, _ => 4 };
    }
}
