namespace BundleFunctions.Lake;

/// <summary>How many of a column's values are there.</summary>
internal enum ColumnFill
{
    Some,
    All,
    None,
}
