namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads a footer, and checks that what it names lies within the file.</summary>
internal static class FooterReader
{
    /// <param name="footer">Its bytes.</param>
    /// <param name="end">Where the footer begins, and so the pages end.</param>
    /// <exception cref="InvalidDataException">The footer is broken, or says what cannot be.</exception>
    public static (IReadOnlyList<SchemaLeaf> Leaves, IReadOnlyList<RowGroup> Groups) Read(ReadOnlySpan<byte> footer, long end)
    {
        var thrift = new ThriftReader(footer);
        SchemaLeaf[]? leaves = null;
        List<RowGroup>? groups = null;
        for (var field = 0; thrift.NextField(ref field, out var type);)
        {
            switch (field)
            {
                case 2:
                    leaves = [.. SchemaReader.Read(ref thrift, type).Leaves()];
                    break;
                case 4 when leaves is not null:
                    groups = ReadGroups(ref thrift, type, leaves, end);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        if (leaves is null || groups is null)
        {
            throw new InvalidDataException("A Parquet footer has no schema or no row groups.");
        }

        var rows = groups.Sum(group => group.Rows);
        return rows <= ParquetFile.MaxRows
            ? (leaves, groups)
            : throw new InvalidDataException($"A Parquet file has {rows} rows; expected {ParquetFile.MaxRows} at most.");
    }

    private static List<RowGroup> ReadGroups(ref ThriftReader thrift, ThriftType type, SchemaLeaf[] leaves, long end)
    {
        var groups = new List<RowGroup>();
        var count = thrift.List(type, out var element);
        ThriftReader.Struct(element);
        for (; count > 0; count--)
        {
            var (chunks, rows) = (new List<ColumnChunk>(), -1L);
            for (var field = 0; thrift.NextField(ref field, out var inner);)
            {
                switch (field)
                {
                    case 1:
                        chunks = ReadChunks(ref thrift, inner, leaves, end);
                        break;
                    case 3:
                        rows = thrift.Int64(inner);
                        break;
                    default:
                        thrift.Skip(inner);
                        break;
                }
            }

            if (rows is < 0 or > ParquetFile.MaxRows || chunks.Count != leaves.Length)
            {
                throw new InvalidDataException($"A Parquet row group has {rows} rows in {chunks.Count} of {leaves.Length} columns.");
            }

            groups.Add(new RowGroup(rows, chunks));
        }

        return groups;
    }

    private static List<ColumnChunk> ReadChunks(ref ThriftReader thrift, ThriftType type, SchemaLeaf[] leaves, long end)
    {
        var chunks = new List<ColumnChunk>();
        var count = thrift.List(type, out var element);
        ThriftReader.Struct(element);
        if (count != leaves.Length)
        {
            throw new InvalidDataException($"A Parquet row group has {count} columns where the schema has {leaves.Length}.");
        }

        for (var i = 0; i < count; i++)
        {
            ColumnChunk? chunk = null;
            for (var field = 0; thrift.NextField(ref field, out var inner);)
            {
                if (field == 3)
                {
                    chunk = ReadMetadata(ref thrift, inner, leaves[i]);
                }
                else
                {
                    thrift.Skip(inner);
                }
            }

            chunks.Add(Checked(chunk, leaves[i], end));
        }

        return chunks;
    }

    private static ColumnChunk ReadMetadata(ref ThriftReader thrift, ThriftType type, SchemaLeaf leaf)
    {
        ThriftReader.Struct(type);
        var chunk = new ColumnChunk(leaf, ParquetCodec.Uncompressed);
        for (var field = 0; thrift.NextField(ref field, out var inner);)
        {
            chunk = field switch
            {
                4 => chunk with { Codec = (ParquetCodec)thrift.Int32(inner) },
                5 => chunk with { Values = thrift.Int64(inner) },
                7 => chunk with { CompressedLength = thrift.Int64(inner) },
                9 => chunk with { DataOffset = thrift.Int64(inner) },
                11 => chunk with { DictionaryOffset = thrift.Int64(inner) },
                _ => Skipped(ref thrift, inner, chunk),
            };
        }

        return chunk;
    }

    private static ColumnChunk Skipped(ref ThriftReader thrift, ThriftType type, ColumnChunk chunk)
    {
        thrift.Skip(type);
        return chunk;
    }

    private static ColumnChunk Checked(ColumnChunk? chunk, SchemaLeaf leaf, long end)
    {
        if (chunk is null)
        {
            throw new InvalidDataException($"The Parquet column {leaf.Name} has no metadata.");
        }

        if (chunk.Codec is not (ParquetCodec.Uncompressed or ParquetCodec.Snappy or ParquetCodec.Gzip))
        {
            throw new InvalidDataException($"The Parquet column {leaf.Name} is packed by codec {(int)chunk.Codec}; expected none, Snappy or gzip.");
        }

        var start = chunk.Start;
        return start >= 4 && chunk.CompressedLength >= 0 && start <= end - chunk.CompressedLength && chunk.Values is >= 0 and <= ParquetFile.MaxValues
            ? chunk
            : throw new InvalidDataException(
                $"The Parquet column {leaf.Name} says {chunk.Values} values in {chunk.CompressedLength} bytes from byte {start} on.");
    }
}
