namespace BundleFunctions.Training.Models;

/// <summary>The circumstances of one training, none of which but the seed changes what is learned.</summary>
/// <param name="Threads">Threads that may be used, 1 or more.</param>
/// <param name="Seed">For whatever is left to chance.</param>
public sealed record TrainingContext(int Threads, ulong Seed)
{
    /// <summary>Told the share that is done, 0..1, from time to time.</summary>
    public IProgress<double>? Progress { get; init; }

    public ParallelOptions Parallel(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Threads, CancellationToken = cancellationToken };
}
