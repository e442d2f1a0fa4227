using System.Buffers.Binary;

namespace BundleFunctions.Lake.Parquet;

/// <summary>Writes what Parquet says about its bytes: the footer and the header of each page.</summary>
internal static class FooterWriter
{
    /// <summary>Writes the footer of a file with one row group.</summary>
    public static void Write(ByteBuffer into, SchemaNode schema, IReadOnlyList<ColumnChunk> chunks, long rows, string createdBy)
    {
        var thrift = new ThriftWriter(into);
        thrift.StructElement();
        thrift.Int32(1, 1);
        SchemaWriter.Write(thrift, 2, schema);
        thrift.Int64(3, rows);
        thrift.List(4, ThriftType.Struct, 1);
        thrift.StructElement();
        thrift.List(1, ThriftType.Struct, chunks.Count);
        foreach (var chunk in chunks)
        {
            WriteChunk(thrift, chunk);
        }

        thrift.Int64(2, chunks.Sum(chunk => chunk.UncompressedLength));
        thrift.Int64(3, rows);
        thrift.EndStruct();
        thrift.Text(6, createdBy);

        // Says that bounds are in the order of their type; without it readers must not trust them.
        thrift.List(7, ThriftType.Struct, chunks.Count);
        foreach (var _ in chunks)
        {
            thrift.StructElement();
            thrift.Struct(1);
            thrift.EndStruct();
            thrift.EndStruct();
        }

        thrift.EndStruct();
    }

    public static void WritePageHeader(ByteBuffer into, PageType type, int length, int compressedLength, int count, ParquetEncoding encoding)
    {
        var thrift = new ThriftWriter(into);
        thrift.StructElement();
        thrift.Int32(1, (int)type);
        thrift.Int32(2, length);
        thrift.Int32(3, compressedLength);
        thrift.Struct(type == PageType.Dictionary ? 7 : 5);
        thrift.Int32(1, count);
        thrift.Int32(2, (int)encoding);
        if (type == PageType.Data)
        {
            thrift.Int32(3, (int)ParquetEncoding.Rle);
            thrift.Int32(4, (int)ParquetEncoding.Rle);
        }

        thrift.EndStruct();
        thrift.EndStruct();
    }

    private static void WriteChunk(ThriftWriter thrift, ColumnChunk chunk)
    {
        thrift.StructElement();
        thrift.Int64(2, 0);
        thrift.Struct(3);
        thrift.Int32(1, (int)chunk.Leaf.Node.Type!);
        thrift.List(2, ThriftType.Int32, chunk.Encodings.Count);
        foreach (var encoding in chunk.Encodings)
        {
            thrift.Int32Element(encoding);
        }

        thrift.List(3, ThriftType.Binary, chunk.Leaf.Path.Count);
        foreach (var name in chunk.Leaf.Path)
        {
            thrift.TextElement(name);
        }

        thrift.Int32(4, (int)chunk.Codec);
        thrift.Int64(5, chunk.Values);
        thrift.Int64(6, chunk.UncompressedLength);
        thrift.Int64(7, chunk.CompressedLength);
        thrift.Int64(9, chunk.DataOffset);
        if (chunk.DictionaryOffset is { } dictionary)
        {
            thrift.Int64(11, dictionary);
        }

        WriteStatistics(thrift, chunk);
        thrift.EndStruct();
        thrift.EndStruct();
    }

    private static void WriteStatistics(ThriftWriter thrift, ColumnChunk chunk)
    {
        thrift.Struct(12);
        thrift.Int64(3, chunk.Nulls);
        if (chunk.Bounds is { } bounds)
        {
            Span<byte> value = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(value, bounds.Greatest);
            thrift.Binary(5, value);
            BinaryPrimitives.WriteInt64LittleEndian(value, bounds.Least);
            thrift.Binary(6, value);
        }

        thrift.EndStruct();
    }
}
