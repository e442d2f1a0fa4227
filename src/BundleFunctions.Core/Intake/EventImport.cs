using System.Buffers;
using System.Text.Json;
using BundleFunctions.Lake;
using BundleFunctions.Privacy;

namespace BundleFunctions.Intake;

/// <summary>Takes the records of one file apart: events to the lake's parts, refusals to the rejects file, duplicates to a count.</summary>
/// <param name="file">The blob's name, for the refusals.</param>
/// <param name="people">Who was erased, whose old events do not come in again.</param>
internal sealed class EventImport(string file, LakeWriter lake, RejectsWriter rejects, PeopleFilter people)
{
    private static readonly FieldFault Erased = new(null, RejectCodes.ErasedPerson, "Expected no event of a person who was erased since.");
    private readonly SeenEvents _seen = new();
    private readonly ArrayBufferWriter<byte> _line = new(1024);

    public long RecordsRead { get; private set; }

    public long Accepted { get; private set; }

    public long Duplicates { get; private set; }

    public long UnknownFields { get; private set; }

    /// <summary>Whether some duplicates may have been counted as accepted; the lake's reader still gives each id once.</summary>
    public bool IsMemoryFull => _seen.IsFull;

    public async Task RunAsync(IAsyncEnumerable<ParsedRecord> records, CancellationToken cancellationToken)
    {
        await using var writer = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = LakeJson.Lines.Options.Encoder, SkipValidation = true });
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            RecordsRead++;
            UnknownFields += record.UnknownFields;
            if (record.Event is { } erased && people.IsErased(erased))
            {
                await rejects.AddAsync(Erased.At(file, record.Line), cancellationToken);
            }
            else if (record.Event is { } shopEvent)
            {
                _line.ResetWrittenCount();
                EventContent.WriteLine(shopEvent, writer, _line);
                await AddAsync(shopEvent, cancellationToken);
            }
            else
            {
                await rejects.AddAsync(record.Fault!.At(file, record.Line), cancellationToken);
            }
        }
    }

    private ValueTask AddAsync(ShopEvent shopEvent, CancellationToken cancellationToken)
    {
        if (!_seen.Contains(shopEvent.EventId, _line.WrittenSpan, out var differs))
        {
            Accepted++;
            return lake.AddAsync(shopEvent, cancellationToken);
        }

        Duplicates++;
        return differs ? lake.AddAsync(shopEvent, cancellationToken) : ValueTask.CompletedTask;
    }
}
