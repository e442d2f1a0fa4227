namespace BundleFunctions.Lake.Parquet;

/// <summary>Where a column's pages lie in a file, and what the footer says of them.</summary>
internal sealed record ColumnChunk(SchemaLeaf Leaf, ParquetCodec Codec)
{
    public SortedSet<int> Encodings { get; init; } = [];

    public long Values { get; init; }

    public long Nulls { get; init; }

    public long UncompressedLength { get; init; }

    public long CompressedLength { get; init; }

    public long DataOffset { get; init; }

    public long? DictionaryOffset { get; init; }

    /// <summary>Where its first page begins. Some writers name 0 for a dictionary that is not there.</summary>
    public long Start => DictionaryOffset is > 0 and { } offset ? Math.Min(offset, DataOffset) : DataOffset;

    /// <summary>The least and the greatest value, of 64-bit columns where they are known.</summary>
    public (long Least, long Greatest)? Bounds { get; init; }
}
