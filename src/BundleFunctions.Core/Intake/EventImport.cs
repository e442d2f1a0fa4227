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
    private readonly ItemRow[] _items = new ItemRow[IntakeLimits.ItemsPerEvent];

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

    /// <summary>Takes what a worker made of its chunk.</summary>
    public async ValueTask AddAsync(EventWorker worker, CancellationToken cancellationToken)
    {
        var batch = worker.Batch;
        RecordsRead += batch.Count;
        UnknownFields += batch.UnknownFields;
        var next = 0;
        foreach (var (before, record) in batch.Others)
        {
            next = await AddAsync(worker, next, before, cancellationToken);
            await AddAsync(record, cancellationToken);
        }

        await AddAsync(worker, next, batch.Count, cancellationToken);
    }

    private async ValueTask<int> AddAsync(EventWorker worker, int from, int to, CancellationToken cancellationToken)
    {
        while (from < to)
        {
            from = Add(worker, from, to);
            if (lake.IsFull)
            {
                await lake.MakeRoomAsync(cancellationToken);
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

        if (!IsWanted(FastHash.Of(Encoding.UTF8.GetBytes(shopEvent.EventId.Value)), record.Fingerprint, out var isNew))
        {
            return ValueTask.CompletedTask;
        }

        if (isNew)
        {
            counter.Add(shopEvent);
        }

        return lake.AddAsync(shopEvent, cancellationToken);
    }

    // Adds events till the lake is full; the place of the next.
    private int Add(EventWorker worker, int from, int to)
    {
        var events = worker.Batch.Events[..to];
        foreach (ref readonly var parsed in events[from..])
        {
            _seen.Touch(parsed.IdHash);
        }

        for (; from < events.Length && !lake.IsFull; from++)
        {
            ref var parsed = ref events[from];
            if (IsWanted(parsed.IdHash, parsed.Fingerprint, out var isNew))
            {
                Append(worker, from, parsed, isNew);
            }
        }

        return from;
    }

    private void Append(EventWorker worker, int at, in ParsedEvent parsed, bool isNew)
    {
        var (values, texts) = (worker.Values, lake.Texts);
        ReadOnlySpan<byte> text = worker.Chunk.Text;
        var items = worker.Batch.ItemsOf(at);
        for (var i = 0; i < items.Length; i++)
        {
            ref var item = ref items[i];
            _items[i] = new ItemRow(
                values.Products.CodeOf(item.Product, texts), item.Quantity, item.UnitPrice, item.Discount, values.Titles.CodeOf(item.Title, texts));
        }

        var row = new EventRow
        {
            EventId = (parsed.IsIdDerived ? worker.Batch.Ids.WrittenSpan : text).Slice(parsed.IdStart, parsed.IdLength),
            Type = parsed.Type,
            OccurredAt = parsed.OccurredAt,
            Visitor = values.Visitors.CodeOf(parsed.Visitor, texts),
            User = values.Users.CodeOf(parsed.User, texts),
            Session = values.Sessions.CodeOf(parsed.Session, texts),
            Order = values.Orders.CodeOf(parsed.Order, texts),
            Currency = values.Currencies.CodeOf(parsed.Currency, texts),
            Query = values.Queries.CodeOf(parsed.Query, texts),
            Channel = values.Channels.CodeOf(parsed.Channel, texts),
            BundleId = values.Bundles.CodeOf(parsed.BundleId, texts),
            RecommendationId = text.Slice(parsed.RecommendationStart, parsed.RecommendationLength),
            Rating = parsed.Rating,
            Consent = parsed.Consent,
            Robot = values.Robots.CodeOf(parsed.Robot, texts),
            Items = _items.AsSpan(0, items.Length),
        };
        lake.Append(row);
        if (isNew)
        {
            counter.Add(row);
        }
    }

    // Whether the event goes into the lake: it is new, or another one under an id that was there.
    private bool IsWanted(ulong idHash, ulong fingerprint, out bool isNew)
    {
        isNew = !_seen.Contains(idHash, fingerprint, out var differs);
        if (isNew)
        {
            Accepted++;
            return true;
        }

        Duplicates++;
        return differs;
    }
}
