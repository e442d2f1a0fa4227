namespace BundleFunctions.Lake.Parquet;

/// <summary>Writes a schema into a footer.</summary>
internal static class SchemaWriter
{
    private const int Utf8 = 0;
    private const int List = 3;
    private const int Decimal = 5;
    private const int TimestampMicros = 10;

    /// <summary>Writes the tree in depth-first order.</summary>
    public static void Write(ThriftWriter thrift, int field, SchemaNode root)
    {
        thrift.List(field, ThriftType.Struct, CountOf(root));
        Write(thrift, root, isRoot: true);
    }

    private static int CountOf(SchemaNode node) => 1 + node.Children.Sum(CountOf);

    private static void Write(ThriftWriter thrift, SchemaNode node, bool isRoot)
    {
        thrift.StructElement();
        if (node.Type is { } type)
        {
            thrift.Int32(1, (int)type);
        }

        if (!isRoot)
        {
            thrift.Int32(3, (int)node.Repetition);
        }

        thrift.Text(4, node.Name);
        if (node.Type is null)
        {
            thrift.Int32(5, node.Children.Count);
        }

        WriteLogical(thrift, node);
        thrift.EndStruct();
        foreach (var child in node.Children)
        {
            Write(thrift, child, isRoot: false);
        }
    }

    // Old readers know the first form (fields 6 to 8), new ones the second (field 10).
    private static void WriteLogical(ThriftWriter thrift, SchemaNode node)
    {
        switch (node.Logical)
        {
            case LogicalType.Text:
                thrift.Int32(6, Utf8);
                thrift.Struct(10);
                thrift.Struct(1);
                thrift.EndStruct();
                thrift.EndStruct();
                break;
            case LogicalType.List:
                thrift.Int32(6, List);
                thrift.Struct(10);
                thrift.Struct(3);
                thrift.EndStruct();
                thrift.EndStruct();
                break;
            case LogicalType.Decimal:
                thrift.Int32(6, Decimal);
                thrift.Int32(7, node.Scale);
                thrift.Int32(8, node.Precision);
                thrift.Struct(10);
                thrift.Struct(5);
                thrift.Int32(1, node.Scale);
                thrift.Int32(2, node.Precision);
                thrift.EndStruct();
                thrift.EndStruct();
                break;
            case LogicalType.Timestamp:
                thrift.Int32(6, TimestampMicros);
                thrift.Struct(10);
                thrift.Struct(8);
                thrift.Boolean(1, value: true);
                thrift.Struct(2);
                thrift.Struct(2);
                thrift.EndStruct();
                thrift.EndStruct();
                thrift.EndStruct();
                thrift.EndStruct();
                break;
        }
    }
}
