namespace BundleFunctions.Intake.Fast;

/// <summary>Cuts a text into chunks of whole records, one after the other.</summary>
internal interface IChunkSource : IDisposable
{
    /// <summary>Fills a chunk with what comes next; false at the end.</summary>
    /// <exception cref="RawFileException">The file as a whole is broken here.</exception>
    ValueTask<bool> FillAsync(Chunk chunk, CancellationToken cancellationToken);
}
