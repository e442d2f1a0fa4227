using System.Buffers.Binary;

namespace BundleFunctions.Lake.Parquet;

/// <summary>A Parquet file in memory, its footer read.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Leaves">Its columns.</param>
/// <param name="Groups">Its rows.</param>
internal sealed record ParquetFile(ReadOnlyMemory<byte> Bytes, IReadOnlyList<SchemaLeaf> Leaves, IReadOnlyList<RowGroup> Groups)
{
    /// <summary>Rows of a file at most; far more than any part of ours has.</summary>
    public const int MaxRows = 1 << 24;

    /// <summary>Values of one column of a row group at most, those in lists with them.</summary>
    public const int MaxValues = 1 << 24;

    private const int MagicLength = 4;
    private const int TailLength = MagicLength + sizeof(int);

    /// <exception cref="InvalidDataException">The bytes are no Parquet file, or one with what this reader does not know.</exception>
    public static ParquetFile Open(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < MagicLength + TailLength || !span.StartsWith("PAR1"u8) || !span.EndsWith("PAR1"u8))
        {
            throw new InvalidDataException($"{span.Length} bytes are no Parquet file: PAR1 does not stand at both ends.");
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(span[^TailLength..]);
        if (length <= 0 || length > span.Length - MagicLength - TailLength)
        {
            throw new InvalidDataException($"A Parquet file of {span.Length} bytes says that its footer has {length}.");
        }

        var (leaves, groups) = FooterReader.Read(span.Slice(span.Length - TailLength - length, length), span.Length - TailLength - length);
        return new ParquetFile(bytes, leaves, groups);
    }

    /// <summary>A column of a row group by its name; null where the file has none of that name.</summary>
    public ColumnReader? Column(RowGroup group, string name)
    {
        var chunk = group.Chunks.FirstOrDefault(chunk => string.Equals(chunk.Leaf.Name, name, StringComparison.Ordinal));
        return chunk is null ? null : new ColumnReader(this, chunk);
    }
}
