using System.Numerics;
using System.Text;
using BundleFunctions.Intake.Fast;
using BundleFunctions.Lake;
using BundleFunctions.Privacy;

namespace BundleFunctions.Intake;

/// <summary>Takes the records of one file apart, in their order: events to the lake's parts, refusals to the rejects file, duplicates to a count.</summary>
/// <param name="file">The blob's name, for the refusals.</param>
/// <param name="counter">Counts what is accepted.</param>
/// <param name="people">Who was erased, whose old events do not come in again.</param>
internal sealed class EventImport(string file, LakeWriter lake, RejectsWriter rejects, EventCounter counter, PeopleFilter people)
{
    private static readonly FieldFault Erased = new(null, RejectCodes.ErasedPerson, "Expected no event of a person who was erased since.");
    private readonly SeenEvents _seen = new();
    private Verdict[] _verdicts = [];

    public long RecordsRead { get; private set; }

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    public long UnknownFields { get; private set; }

    /// <summary>Whether some duplicates may have been counted as accepted; the lake's reader still gives each id once.</summary>
    public bool IsMemoryFull => _seen.IsFull;

    /// <summary>Takes records that were read one by one.</summary>
    public async Task RunAsync(IAsyncEnumerable<ParsedRecord> records, CancellationToken cancellationToken)
    {
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await AddAsync(record, cancellationToken);
        }
    }

    /// <summary>Writes the parts that are full, while others may be taking records.</summary>
    public Task WriteAsync(CancellationToken cancellationToken) => lake.WriteAsync(cancellationToken);

    /// <summary>Takes what a worker made of its chunk. Parts that are full by then are left to <see cref="WriteAsync"/>.</summary>
    public async ValueTask AddAsync(ParsedChunk chunk, CancellationToken cancellationToken)
    {
        var batch = chunk.Batch;
        RecordsRead += batch.Count;
        UnknownFields += batch.UnknownFields;
        var next = 0;
        foreach (var (before, record) in batch.Others)
        {
            next = await AddAsync(chunk, next, before, cancellationToken);
            await AddAsync(record, cancellationToken);
        }

        await AddAsync(chunk, next, batch.Count, cancellationToken);
    }

    private async ValueTask<int> AddAsync(ParsedChunk chunk, int from, int to, CancellationToken cancellationToken)
    {
        Judge(chunk.Batch.Events[..to], from);
        while (from < to)
        {
            from = Add(chunk, from, to);
            if (lake.IsFull)
            {
                lake.MakeRoom();
            }

            if (lake.IsBehind)
            {
                await lake.WriteAsync(cancellationToken);
            }
        }

        return from;
    }

    private ValueTask AddAsync(ParsedRecord record, CancellationToken cancellationToken)
    {
        RecordsRead++;
        UnknownFields += record.UnknownFields;
        if (record.Fault is { IsLeftOut: true } leftOut)
        {
            rejects.LeaveOut(leftOut.Code);
            return ValueTask.CompletedTask;
        }

        if (record.Event is not { } shopEvent)
        {
            return rejects.AddAsync(record.Fault!.At(file, record.Line), cancellationToken);
        }

        if (people.IsErased(shopEvent))
        {
            return rejects.AddAsync(Erased.At(file, record.Line), cancellationToken);
        }

        var verdict = Judge(FastHash.Of(Encoding.UTF8.GetBytes(shopEvent.EventId.Value)), record.Fingerprint);
        if (verdict == Verdict.Again)
        {
            return ValueTask.CompletedTask;
        }

        if (verdict == Verdict.New)
        {
            counter.Add(shopEvent);
        }

        return lake.AddAsync(shopEvent, cancellationToken);
    }

    private void Judge(ReadOnlySpan<ParsedEvent> events, int from)
    {
        if (_verdicts.Length < events.Length)
        {
            _verdicts = new Verdict[(int)BitOperations.RoundUpToPowerOf2((uint)events.Length)];
        }

        foreach (ref readonly var parsed in events[from..])
        {
            _seen.Touch(parsed.IdHash);
        }

        for (; from < events.Length; from++)
        {
            _verdicts[from] = Judge(events[from].IdHash, events[from].Fingerprint);
        }
    }

    private Verdict Judge(ulong idHash, ulong fingerprint)
    {
        if (!_seen.Contains(idHash, fingerprint, out var differs))
        {
            Accepted++;
            return Verdict.New;
        }

        Duplicates++;
        return differs ? Verdict.Other : Verdict.Again;
    }

    // Adds events till the lake is full, as many of one day and one verdict at a time as follow each other; the place of the next.
    private int Add(ParsedChunk chunk, int from, int to)
    {
        var events = chunk.Batch.Events;
        while (from < to && !lake.IsFull)
        {
            var (verdict, date, start) = (_verdicts[from], LakeUnits.Day(events[from].OccurredAt), from);
            var day = verdict == Verdict.Again ? null : lake.Rows(date);
            var end = day is null ? to : Math.Min(to, from + LakeWriter.MaxRows - day.Count);
            do
            {
                from++;
            }
            while (from < end && _verdicts[from] == verdict && LakeUnits.Day(events[from].OccurredAt) == date);
            if (day is not null)
            {
                Append(chunk, start, from, day, verdict == Verdict.New);
            }
        }

        return from;
    }

    private void Append(ParsedChunk chunk, int start, int end, EventColumns day, bool areNew)
    {
        var (before, row) = (day.Bytes, day.Count);
        BatchRows.Append(chunk, start, end, day);
        lake.Added(day, day.Bytes - before);
        if (areNew)
        {
            counter.Add(day, row);
        }
    }

    // What becomes of an event: into the lake goes what is new, and another one under an id that was there.
    private enum Verdict : byte
    {
        New,
        Other,
        Again,
    }
}
