using System.Runtime.InteropServices;
using BundleFunctions.Intake;
using BundleFunctions.Security;

namespace BundleFunctions.Feedback;

/// <summary>One body of posted events: checked, counted, and the good ones kept as they came, one a line.</summary>
/// <param name="validator">Checks them.</param>
/// <param name="aliases">What the validator learns of older names.</param>
internal sealed class Posting(EventValidator validator, PseudonymAliases aliases)
{
    private readonly HashSet<EventId> _seen = [];
    private readonly EventDraft _draft = new(EventFieldNames.All, isFlat: false);

    public int Accepted { get; private set; }

    public int Duplicates { get; private set; }

    public List<PostRejection> Rejected { get; } = [];

    /// <summary>Under which older names those are known whom the events name.</summary>
    public PseudonymAliases Aliases => aliases;

    /// <summary>The accepted events.</summary>
    public List<ShopEvent> Events { get; } = [];

    /// <summary>The raw lines of the accepted events.</summary>
    public MemoryStream Lines { get; } = new();

    /// <summary>Reads the body; a refusal where it is no events, or too many.</summary>
    /// <exception cref="RawFileException">The body is an array that does not close, or not UTF-8.</exception>
    public async Task<PostEventsResult?> ReadAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (body.Span is [0x1F, 0x8B, ..])
        {
            return EventPoster.Refuse(RejectCodes.MalformedJson, "Expected JSON; found gzip.");
        }

        await using var text = await RawText.OpenAsync(AsStream(body), cancellationToken);
        if (text.Format is TextFormat.Csv or TextFormat.Empty)
        {
            return EventPoster.Refuse(RejectCodes.MalformedJson, "Expected one JSON object, an array of them, or one on each line.");
        }

        using var records = await OpenRecordsAsync(text, body, cancellationToken);
        for (var index = 0; await records.ReadAsync(cancellationToken); index++)
        {
            if (index == EventPoster.MaxEvents)
            {
                return EventPoster.Refuse(RejectCodes.TooManyEvents, $"Expected at most {EventPoster.MaxEvents} events.");
            }

            Add(index, records);
        }

        return null;
    }

    // One object may be spread over several lines; then the body is read as an array of that one.
    private static async Task<IRecordReader> OpenRecordsAsync(RawText text, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        if (text.Format == TextFormat.JsonArray)
        {
            return new JsonArrayReader(text.Content);
        }

        using var lines = new LineReader(AsStream(body));
        var isWholeLine = await lines.ReadAsync(cancellationToken) && lines.Record.Span.TrimEnd(" \t\r"u8) is [.., (byte)'}'];
        return isWholeLine
            ? new LineReader(text.Content)
            : new JsonArrayReader(AsStream((byte[])[(byte)'[', .. body.Span, (byte)'\n', (byte)']']));
    }

    private void Add(int index, IRecordReader records)
    {
        ShopEvent? valid = null;
        var fault = records.IsTooLong ? EventFileReader.TooLong : EventJsonParser.Parse(records.Record.Span, _draft);
        fault ??= validator.Validate(_draft, out valid);
        if (fault is not null)
        {
            Rejected.Add(new PostRejection(index, fault.Code, fault.Field is null ? fault.Reason : $"{fault.Field}: {fault.Reason}"));
        }
        else if (!_seen.Add(valid!.EventId))
        {
            Duplicates++;
        }
        else
        {
            Accepted++;
            Events.Add(valid);
            WriteLine(records.Record.Span);
        }
    }

    // A raw line end stands only between the tokens of valid JSON, where a blank means the same.
    private void WriteLine(ReadOnlySpan<byte> json)
    {
        foreach (var b in json)
        {
            Lines.WriteByte(b is (byte)'\n' or (byte)'\r' ? (byte)' ' : b);
        }

        Lines.WriteByte((byte)'\n');
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
