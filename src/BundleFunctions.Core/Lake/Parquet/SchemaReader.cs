namespace BundleFunctions.Lake.Parquet;

/// <summary>Reads the schema of a footer: elements in depth-first order, each with the number of its children.</summary>
internal static class SchemaReader
{
    private const int MaxElements = 1000;
    private const int MaxDepth = 8;
    private const int TimestampMillis = 9;
    private const int TimestampMicros = 10;

    public static SchemaNode Read(ref ThriftReader thrift, ThriftType type)
    {
        var count = thrift.List(type, out var element);
        ThriftReader.Struct(element);
        if (count is 0 or > MaxElements)
        {
            throw new InvalidDataException($"A Parquet schema has {count} elements; expected 1 to {MaxElements}.");
        }

        var elements = new Queue<(SchemaNode Node, int Children)>();
        for (; count > 0; count--)
        {
            elements.Enqueue(ReadElement(ref thrift));
        }

        var root = Tree(elements, MaxDepth);
        return elements.Count == 0 ? root : throw new InvalidDataException("A Parquet schema has elements outside of its tree.");
    }

    private static SchemaNode Tree(Queue<(SchemaNode Node, int Children)> elements, int depth)
    {
        if (depth == 0 || !elements.TryDequeue(out var next))
        {
            throw new InvalidDataException("A Parquet schema ends early or is nested too deep.");
        }

        var children = new List<SchemaNode>();
        for (var i = 0; i < next.Children; i++)
        {
            children.Add(Tree(elements, depth - 1));
        }

        return next.Node with { Children = children };
    }

    private static (SchemaNode Node, int Children) ReadElement(ref ThriftReader thrift)
    {
        var node = new SchemaNode(string.Empty, Repetition.Required);
        var children = 0;
        for (var field = 0; thrift.NextField(ref field, out var type);)
        {
            switch (field)
            {
                case 1:
                    node = node with { Type = (PhysicalType)thrift.Int32(type) };
                    break;
                case 3:
                    node = node with { Repetition = (Repetition)thrift.Int32(type) };
                    break;
                case 4:
                    node = node with { Name = thrift.Text(type) };
                    break;
                case 5:
                    children = thrift.Int32(type);
                    break;
                case 6:
                    node = Converted(node, thrift.Int32(type));
                    break;
                case 7:
                    node = node with { Scale = thrift.Int32(type) };
                    break;
                case 8:
                    node = node with { Precision = thrift.Int32(type) };
                    break;
                case 10:
                    node = ReadLogical(ref thrift, type, node);
                    break;
                default:
                    thrift.Skip(type);
                    break;
            }
        }

        return (children > 0 ? node with { Type = null } : node, children);
    }

    private static SchemaNode Converted(SchemaNode node, int converted) => converted switch
    {
        0 => node with { Logical = LogicalType.Text },
        3 => node with { Logical = LogicalType.List },
        5 => node with { Logical = LogicalType.Decimal },
        TimestampMillis => node with { Logical = LogicalType.Timestamp, UnitsPerSecond = 1000 },
        TimestampMicros => node with { Logical = LogicalType.Timestamp, UnitsPerSecond = 1_000_000 },
        _ => node,
    };

    // A union: one field of the struct says which type it is.
    private static SchemaNode ReadLogical(ref ThriftReader thrift, ThriftType type, SchemaNode node)
    {
        ThriftReader.Struct(type);
        for (var field = 0; thrift.NextField(ref field, out var inner);)
        {
            if (field == 8)
            {
                node = node with { Logical = LogicalType.Timestamp, UnitsPerSecond = ReadUnit(ref thrift, inner) };
                continue;
            }

            thrift.Skip(inner);
            node = field switch
            {
                1 => node with { Logical = LogicalType.Text },
                3 => node with { Logical = LogicalType.List },
                5 => node with { Logical = LogicalType.Decimal },
                _ => node,
            };
        }

        return node;
    }

    private static long ReadUnit(ref ThriftReader thrift, ThriftType type)
    {
        ThriftReader.Struct(type);
        var unitsPerSecond = 0L;
        for (var field = 0; thrift.NextField(ref field, out var inner);)
        {
            if (field != 2)
            {
                thrift.Skip(inner);
                continue;
            }

            ThriftReader.Struct(inner);
            for (var unit = 0; thrift.NextField(ref unit, out var empty);)
            {
                thrift.Skip(empty);
                unitsPerSecond = unit switch { 1 => 1000, 2 => 1_000_000, 3 => 1_000_000_000, _ => 0 };
            }
        }

        return unitsPerSecond;
    }
}
