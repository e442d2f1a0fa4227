using BundleFunctions.Ports;

namespace BundleFunctions.Lake;

/// <summary>Sorts the events of one raw file into parts by day. Parts are invisible until a commit names them.</summary>
/// <remarks>Memory: rows of <see cref="MaxBuffered"/> bytes and texts of <see cref="MaxTexts"/>, then something goes out, and a day with
/// <see cref="MaxRows"/> rows at once; and what waits in the <see cref="PartQueue"/>.
/// Which part holds which event follows from the events and their order alone. One thread at a time adds rows; writing is for any.</remarks>
internal sealed class LakeWriter(IBlobStore blobs, ShopId shop, string contentKey)
{
    /// <summary>Rows of one part at most: some 16 MB, and the room that arrays double into is full.</summary>
    public const int MaxRows = 1 << 17;

    private const long MaxBuffered = 24 * 1024 * 1024;

    // That make a part of their own where something has to go out.
    private const int WorthRows = MaxRows / 8;

    // A little under the power of two that its room has.
    private const int MaxTexts = 7 * 1024 * 1024;
    private readonly SortedDictionary<int, EventColumns> _days = [];
    private readonly PartQueue _queue = new(blobs, shop, contentKey);
    private EventColumns? _lastDay;
    private int _lastDate;
    private long _buffered;
    private bool _isDayFull;

    /// <summary>What the codes of all rows stand for. <see cref="MakeRoom"/> may replace it: codes of before are void then.</summary>
    public TextTable Texts { get; private set; } = new();

    /// <summary>Whether so much waits for being written that <see cref="WriteAsync"/> comes before any more rows.</summary>
    public bool IsBehind => _queue.IsLong;

    /// <summary>Whether <see cref="MakeRoom"/> is due.</summary>
    public bool IsFull => _isDayFull || _buffered > MaxBuffered || Texts.Length > MaxTexts;

    /// <summary>The rows of a day that are in memory. Who adds to them, to <see cref="MaxRows"/> at most, calls <see cref="Added"/>.</summary>
    /// <param name="date">As <see cref="LakeUnits.Day"/> has it.</param>
    public EventColumns Rows(int date)
    {
        if (_lastDay is not null && date == _lastDate)
        {
            return _lastDay;
        }

        if (!_days.TryGetValue(date, out var day))
        {
            _days.Add(date, day = _queue.NewRows(Texts));
        }

        (_lastDate, _lastDay) = (date, day);
        return day;
    }

    /// <summary>Counts what was added to the rows of a day.</summary>
    public void Added(EventColumns day, long bytes)
    {
        _buffered += bytes;
        _isDayFull |= day.Count >= MaxRows;
    }

    /// <summary>Adds one event to its day and writes a part where it is time to.</summary>
    public ValueTask AddAsync(ShopEvent shopEvent, CancellationToken cancellationToken)
    {
        var day = Rows(LakeUnits.Day(LakeUnits.Microseconds(shopEvent.OccurredAt)));
        var before = day.Bytes;
        day.Append(shopEvent);
        Added(day, day.Bytes - before);
        if (!IsFull)
        {
            return ValueTask.CompletedTask;
        }

        MakeRoom();
        return new ValueTask(WriteAsync(cancellationToken));
    }

    /// <summary>Hands in for writing what is worth a part where the rows are too many, and the largest days till it is enough; every day where the
    /// texts are too many.</summary>
    public void MakeRoom()
    {
        if (Texts.Length > MaxTexts)
        {
            HandInAll();
            Texts = _queue.Replace(Texts);
        }

        foreach (var (date, day) in _days.Where(pair => pair.Value.Count >= WorthRows).ToArray())
        {
            HandIn(date, day);
        }

        while (_buffered > MaxBuffered)
        {
            var (date, day) = _days.MaxBy(pair => pair.Value.Bytes);
            HandIn(date, day);
        }

        _isDayFull = false;
    }

    /// <summary>Writes the parts that were handed in, while another thread may add rows.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public Task WriteAsync(CancellationToken cancellationToken) => _queue.WriteAsync(cancellationToken);

    /// <summary>Writes what is still in memory and names all parts, in order of their paths.</summary>
    public async Task<IReadOnlyList<LakePart>> FinishAsync(CancellationToken cancellationToken)
    {
        HandInAll();
        await WriteAsync(cancellationToken);
        _queue.Parts.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return _queue.Parts;
    }

    /// <summary>Deletes the parts written so far: nobody will commit them.</summary>
    public async Task AbandonAsync(CancellationToken cancellationToken)
    {
        foreach (var part in _queue.Parts)
        {
            await blobs.DeleteAsync(new BlobName(Shops.BlobLayout.Lake, part.Path), ifMatch: null, cancellationToken);
        }
    }

    private void HandInAll()
    {
        foreach (var (date, day) in _days.ToArray())
        {
            HandIn(date, day);
        }
    }

    private void HandIn(int date, EventColumns day)
    {
        _buffered -= day.Bytes;
        _days.Remove(date);
        _lastDay = null;
        _queue.Add(date, day);
    }
}
