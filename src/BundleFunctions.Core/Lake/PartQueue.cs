using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Rows on their way into parts: one thread at a time hands them in, and one at a time, any, writes them.</summary>
/// <remarks>Rows that are handed in are nobody else's from then on; room of what is written is used again. Which rows make a part is told by who hands
/// them in, so parts are the same whoever writes them, and when. Encoding takes a tenth of an intake, so one that writes keeps up with many that
/// parse; a second one would take room for a part more.</remarks>
internal sealed class PartQueue(IBlobStore blobs, ShopId shop, string contentKey)
{
    // All rows that LakeWriter keeps at most, which go at once where the texts are too many, and a little.
    private const long MaxBytes = 28 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Queue<(int Date, EventColumns Rows)> _due = [];
    private readonly List<EventColumns> _unwritten = [];
    private readonly List<TextTable> _retired = [];
    private readonly Stack<EventColumns> _spareRows = [];
    private readonly Stack<TextTable> _spareTexts = [];
    private readonly LakePartWriter _writer = new(blobs, shop);
    private long _bytes;

    /// <summary>Whether so much is unwritten that nothing should be added.</summary>
    public bool IsLong => Interlocked.Read(ref _bytes) > MaxBytes;

    /// <summary>The parts written so far, in no order. To be asked for when nobody writes.</summary>
    public List<LakePart> Parts { get; } = [];

    /// <summary>Empty rows.</summary>
    /// <param name="texts">What their codes stand for.</param>
    public EventColumns NewRows(TextTable texts)
    {
        lock (_lock)
        {
            if (!_spareRows.TryPop(out var rows))
            {
                return new EventColumns(texts);
            }

            rows.Clear(texts);
            return rows;
        }
    }

    /// <summary>Hands rows of a day in.</summary>
    public void Add(int date, EventColumns rows)
    {
        lock (_lock)
        {
            _due.Enqueue((date, rows));
            _unwritten.Add(rows);
            _bytes += rows.Bytes;
        }
    }

    /// <summary>An empty table in place of one whose rows were all handed in.</summary>
    public TextTable Replace(TextTable texts)
    {
        lock (_lock)
        {
            _retired.Add(texts);
            FreeTexts();
            return _spareTexts.TryPop(out var spare) ? spare : new TextTable();
        }
    }

    /// <summary>Writes rows till no more wait. Where another thread is at it, leaves it to that one, or waits for it where the queue is long.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (!IsDue() || !await _writing.WaitAsync(IsLong ? Timeout.Infinite : 0, cancellationToken))
        {
            return;
        }

        try
        {
            while (Take() is var (date, rows))
            {
                Written(rows, await _writer.WriteAsync(LakePaths.Day(DateTimeOffset.UnixEpoch.AddDays(date)), contentKey, rows, cancellationToken));
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private bool IsDue()
    {
        lock (_lock)
        {
            return _unwritten.Count > 0;
        }
    }

    private (int Date, EventColumns Rows)? Take()
    {
        lock (_lock)
        {
            return _due.TryDequeue(out var due) ? due : null;
        }
    }

    private void Written(EventColumns rows, LakePart part)
    {
        lock (_lock)
        {
            Parts.Add(part);
            _bytes -= rows.Bytes;
            _unwritten.Remove(rows);
            _spareRows.Push(rows);
            FreeTexts();
        }
    }

    private void FreeTexts()
    {
        for (var i = _retired.Count - 1; i >= 0; i--)
        {
            var texts = _retired[i];
            if (_unwritten.TrueForAll(rows => rows.Texts != texts))
            {
                _retired.RemoveAt(i);
                texts.Clear();
                _spareTexts.Push(texts);
            }
        }
    }
}
