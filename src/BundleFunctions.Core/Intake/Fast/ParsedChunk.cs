namespace BundleFunctions.Intake.Fast;

/// <summary>A chunk and what became of its records; goes from the worker that parses it to the thread that imports it, and back to be used again.</summary>
/// <param name="values">What the batch's numbers stand for: those of its worker.</param>
internal sealed class ParsedChunk(ValueTables values)
{
    public Chunk Chunk { get; } = new();

    public EventBatch Batch { get; } = new();

    public ValueTables Values => values;

    /// <summary>Where it stands in the file, from 0.</summary>
    public long Turn { get; set; }

    /// <summary>Why the file as a whole ends here; null where it is not broken.</summary>
    public RawFileException? Broken { get; set; }
}
