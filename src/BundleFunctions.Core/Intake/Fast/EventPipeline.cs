namespace BundleFunctions.Intake.Fast;

/// <summary>Reads chunks one after the other, parses them on several threads at once, and imports them in their order again: what comes out is the
/// same on any number of threads.</summary>
/// <remarks>No worker waits for its turn: what it parsed it leaves to the one that imports, or imports what is there if nobody does, and goes on.</remarks>
/// <param name="source">Where chunks come from.</param>
/// <param name="import">Where batches go.</param>
/// <param name="newWorker">Makes a worker.</param>
internal sealed class EventPipeline(IChunkSource source, EventImport import, Func<EventWorker> newWorker)
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Lock _lock = new();
    private readonly Dictionary<long, (EventWorker Worker, ParsedChunk Parsed)> _ready = [];
    private bool _isImporting;
    private long _next;
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
            while (true)
            {
                var parsed = await worker.NextAsync(failed.Token);
                if (!await ReadAsync(parsed, failed.Token))
                {
                    return;
                }

                if (parsed.Broken is null)
                {
                    worker.Parse(parsed);
                }

                await ImportAsync(worker, parsed, progress, failed.Token);

                // Parts are encoded and written while others parse and import.
                await import.WriteAsync(failed.Token);
            }
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }
    }

    private async Task<bool> ReadAsync(ParsedChunk into, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            (into.Turn, into.Broken) = (_chunks, null);
            _isAtEnd = _isAtEnd || !await source.FillAsync(into.Chunk, cancellationToken);
            _chunks++;
            return !_isAtEnd;
        }
        catch (RawFileException e)
        {
            into.Broken = e;
            return _isAtEnd = true;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ImportAsync(EventWorker worker, ParsedChunk parsed, IProgress<IntakePlace>? progress, CancellationToken cancellationToken)
    {
        if (!Begin(worker, parsed))
        {
            return;
        }

        while (Take() is var (owner, next))
        {
            // What comes before a place where the file is broken was imported first.
            if (next.Broken is not null)
            {
                throw next.Broken;
            }

            await import.AddAsync(next, cancellationToken);
            _bytes += next.Chunk.Length;
            progress?.Report(new IntakePlace(import.RecordsRead, _bytes));
            owner.Return(next);
        }
    }

    // Whether nobody imports, so that the caller has to.
    private bool Begin(EventWorker worker, ParsedChunk parsed)
    {
        lock (_lock)
        {
            _ready.Add(parsed.Turn, (worker, parsed));
            var isFirst = !_isImporting;
            _isImporting = true;
            return isFirst;
        }
    }

    // What is next in the file; null where it is not there yet, and whoever brings it imports it.
    private (EventWorker Worker, ParsedChunk Parsed)? Take()
    {
        lock (_lock)
        {
            _isImporting = _ready.Remove(_next, out var ready);
            _next += _isImporting ? 1 : 0;
            return _isImporting ? ready : null;
        }
    }
}
