namespace BundleFunctions.Numerics.Counting;

/// <summary>How many rows hold both of two items, for many pairs: the i-th of each list belong together.</summary>
/// <param name="First">The lower item of each pair; ascending.</param>
/// <param name="Second">The higher item of each pair; ascending where the first is the same.</param>
/// <param name="Together">Rows that hold both.</param>
public sealed record PairCounts(int[] First, int[] Second, int[] Together)
{
    /// <summary>Number of pairs.</summary>
    public int Count => First.Length;
}
