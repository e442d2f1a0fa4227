namespace BundleFunctions.Numerics.Sparse;

/// <summary>Goes through all columns that share a row with one column. Not thread-safe: one a thread.</summary>
internal interface IAnchorScan
{
    /// <param name="place">0..columns - 1: which column is meant is the scan's own choice, each exactly once.</param>
    /// <param name="top">Empty; takes the similar columns.</param>
    /// <returns>The column that was meant.</returns>
    int Collect(int place, TopScores top);
}
