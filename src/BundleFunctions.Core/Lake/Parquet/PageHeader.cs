namespace BundleFunctions.Lake.Parquet;

/// <summary>What stands before the bytes of a page.</summary>
internal readonly record struct PageHeader()
{
    public PageType Type { get; init; }

    /// <summary>Bytes of the page, unfolded.</summary>
    public int Length { get; init; }

    public int CompressedLength { get; init; }

    public int Count { get; init; }

    public ParquetEncoding Encoding { get; init; }

    /// <summary>Of the second form of data pages: bytes of definition levels, which stand before what is compressed.</summary>
    public int DefinitionLength { get; init; }

    /// <inheritdoc cref="DefinitionLength"/>
    public int RepetitionLength { get; init; }

    public bool IsCompressed { get; init; } = true;

    /// <param name="thrift">Stands at the header, and then behind it.</param>
    public static PageHeader Read(ref ThriftReader thrift)
    {
        var header = new PageHeader { Count = -1 };
        for (var field = 0; thrift.NextField(ref field, out var type);)
        {
            switch (field)
            {
                case 1:
                    header = header with { Type = (PageType)thrift.Int32(type) };
                    break;
                case 2:
                    header = header with { Length = thrift.Int32(type) };
                    break;
                case 3:
                    header = header with { CompressedLength = thrift.Int32(type) };
                    break;
                case 5 or 7:
                    header = ReadData(ref thrift, type, header);
                    break;
                case 8:
                    header = ReadDataV2(ref thrift, type, header);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return header;
    }

    private static PageHeader ReadData(ref ThriftReader thrift, ThriftType type, PageHeader header)
    {
        ThriftReader.Struct(type);
        for (var field = 0; thrift.NextField(ref field, out var inner);)
        {
            switch (field)
            {
                case 1:
                    header = header with { Count = thrift.Int32(inner) };
                    break;
                case 2:
                    header = header with { Encoding = (ParquetEncoding)thrift.Int32(inner) };
                    break;
                default:
                    thrift.Skip(inner);
                    break;
            }
        }

        return header;
    }

    private static PageHeader ReadDataV2(ref ThriftReader thrift, ThriftType type, PageHeader header)
    {
        ThriftReader.Struct(type);
        for (var field = 0; thrift.NextField(ref field, out var inner);)
        {
            switch (field)
            {
                case 1:
                    header = header with { Count = thrift.Int32(inner) };
                    break;
                case 4:
                    header = header with { Encoding = (ParquetEncoding)thrift.Int32(inner) };
                    break;
                case 5:
                    header = header with { DefinitionLength = thrift.Int32(inner) };
                    break;
                case 6:
                    header = header with { RepetitionLength = thrift.Int32(inner) };
                    break;
                case 7:
                    header = header with { IsCompressed = ThriftReader.Boolean(inner) };
                    break;
                default:
                    thrift.Skip(inner);
                    break;
            }
        }

        return header;
    }
}
