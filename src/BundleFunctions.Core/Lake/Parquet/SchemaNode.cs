namespace BundleFunctions.Lake.Parquet;

/// <summary>A field of a Parquet schema: a group where it has no <see cref="Type"/>.</summary>
/// <param name="Name">Its name within its parent.</param>
/// <param name="Repetition">How often it stands there.</param>
internal sealed record SchemaNode(string Name, Repetition Repetition)
{
    public PhysicalType? Type { get; init; }

    public LogicalType Logical { get; init; }

    public int Scale { get; init; }

    /// <summary>Decimal digits in all.</summary>
    public int Precision { get; init; }

    public long UnitsPerSecond { get; init; }

    public IReadOnlyList<SchemaNode> Children { get; init; } = [];

    /// <summary>The columns under this root, in order.</summary>
    public IEnumerable<SchemaLeaf> Leaves() => Children.SelectMany(child => Leaves(child, [], (0, 0, 0)));

    private static IEnumerable<SchemaLeaf> Leaves(SchemaNode node, string[] outer, (int Definition, int Repetition, int Entry) levels)
    {
        string[] path = [.. outer, node.Name];
        levels.Definition += node.Repetition == Repetition.Required ? 0 : 1;
        if (node.Repetition == Repetition.Repeated)
        {
            levels = (levels.Definition, levels.Repetition + 1, levels.Definition);
        }

        return node.Type is null
            ? node.Children.SelectMany(child => Leaves(child, path, levels))
            : [new SchemaLeaf(path, node, levels.Definition, levels.Repetition, levels.Entry)];
    }
}
