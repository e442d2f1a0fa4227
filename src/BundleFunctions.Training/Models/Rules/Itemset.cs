namespace BundleFunctions.Training.Models.Rules;

/// <summary>Items that enough rows hold together.</summary>
/// <param name="Items">Ascending, at least one.</param>
/// <param name="Rows">Rows that hold all of them.</param>
public sealed record Itemset(int[] Items, int Rows);
