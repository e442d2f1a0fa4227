namespace BundleFunctions.Lake.Parquet;

/// <summary>A column of a file.</summary>
/// <param name="Path">Names from the outermost field inwards.</param>
/// <param name="Node">The field itself.</param>
/// <param name="MaxDefinition">The level of a value that is there.</param>
/// <param name="MaxRepetition">How many lists it stands in.</param>
/// <param name="EntryDefinition">The level from which on its innermost list has an entry; 0 where it stands in none.</param>
internal sealed record SchemaLeaf(IReadOnlyList<string> Path, SchemaNode Node, int MaxDefinition, int MaxRepetition, int EntryDefinition)
{
    public string Name => string.Join('.', Path);
}
