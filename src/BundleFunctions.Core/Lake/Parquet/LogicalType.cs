namespace BundleFunctions.Lake.Parquet;

/// <summary>What a column's values mean.</summary>
internal enum LogicalType
{
    None,

    /// <summary>UTF-8.</summary>
    Text,

    /// <summary>An instant, in units of <see cref="SchemaNode.UnitsPerSecond"/> since 1970.</summary>
    Timestamp,

    /// <summary>A whole number of 10^-<see cref="SchemaNode.Scale"/>.</summary>
    Decimal,

    /// <summary>A group around a repeated group.</summary>
    List,
}
