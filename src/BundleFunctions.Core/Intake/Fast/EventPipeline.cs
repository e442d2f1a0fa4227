namespace BundleFunctions.Intake.Fast;

/// <summary>Reads chunks one after the other, parses them on several threads at once, and imports them in their order again: what comes out is the
/// same on any number of threads.</summary>
/// <param name="source">Where chunks come from.</param>
/// <param name="import">Where batches go.</param>
/// <param name="newWorker">Makes a worker.</param>
internal sealed class EventPipeline(IChunkSource source, EventImport import, Func<EventWorker> newWorker)
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Turns _turns = new();
    private long _chunks;
    private long _bytes;
    private bool _isAtEnd;

    /// <summary>Reads to the end.</summary>
    /// <param name="work">How many threads, and who is told of progress.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RawFileException">The file as a whole is broken.</exception>
    public async Task RunAsync(IntakeWork work, CancellationToken cancellationToken)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = new Task[work.Threads];
        for (var i = 0; i < workers.Length; i++)
        {
            workers[i] = Task.Run(() => WorkAsync(work.Progress, failed), failed.Token);
        }

        // Where one fails the others are stopped, and its failure is the answer.
        await Task.WhenAll(workers);
    }

    private async Task WorkAsync(IProgress<IntakePlace>? progress, CancellationTokenSource failed)
    {
        try
        {
            var worker = newWorker();
            while (await ReadAsync(worker.Chunk, failed.Token) is { } read)
            {
                if (read.Broken is null)
                {
                    worker.Parse();
                }

                // What comes before a place where the file is broken is imported first.
                await _turns.WaitAsync(read.Turn, failed.Token);
                if (read.Broken is not null)
                {
                    throw read.Broken;
                }

                await import.AddAsync(worker, failed.Token);
                _bytes += worker.Chunk.Length;
                progress?.Report(new IntakePlace(import.RecordsRead, _bytes));
                _turns.Next();
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private async Task<(long Turn, RawFileException? Broken)?> ReadAsync(Chunk chunk, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_isAtEnd)
            {
                return null;
            }

            _isAtEnd = !await source.FillAsync(chunk, cancellationToken);
            return _isAtEnd ? null : (_chunks++, null);
        }
        catch (RawFileException e)
        {
            _isAtEnd = true;
            return (_chunks++, e);
        }
        finally
        {
            _reading.Release();
        }
    }
}
