using System.Collections.Concurrent;
using System.Text.Unicode;
using BundleFunctions.Privacy;
using BundleFunctions.Security;

namespace BundleFunctions.Intake.Fast;

/// <summary>Turns one chunk at a time into a batch: the quick way where it can, the general one where it has to.</summary>
internal sealed class EventWorker
{
    // Chunks that it may have parsed and that are not imported yet, and the one that it parses.
    private const int Chunks = 4;
    private readonly SemaphoreSlim _free = new(Chunks);
    private readonly ConcurrentStack<ParsedChunk> _returned = [];
    private readonly QuickEventParser _quick;
    private readonly QuickCsvParser? _csv;
    private readonly GeneralEvents _general;
    private readonly DerivedIds _ids;

    /// <param name="shop">Whose events they are.</param>
    /// <param name="pseudonymizer">Makes pseudonyms.</param>
    /// <param name="now">The time that events may not be far ahead of.</param>
    /// <param name="people">Who was erased.</param>
    /// <param name="header">The columns where the text is CSV; null where it is JSON.</param>
    /// <param name="separator">What stands between fields of CSV.</param>
    public EventWorker(
        ShopId shop,
        Pseudonymizer pseudonymizer,
        DateTimeOffset now,
        PeopleFilter people,
        IReadOnlyList<string>? header = null,
        byte separator = (byte)',')
    {
        Values = new ValueTables(shop, pseudonymizer, people);
        _ids = new DerivedIds(Values);
        var fields = new QuickFields(Values, now);
        _quick = new QuickEventParser(fields);
        _general = new GeneralEvents(new EventValidator(shop, pseudonymizer, now));
        _csv = header is null ? null : new QuickCsvParser(fields, _general, header, separator);
    }

    public ValueTables Values { get; }

    /// <summary>Told of each batch, for tests and measurements.</summary>
    public Action<EventBatch>? OnParsed { get; init; }

    /// <summary>Room for the next chunk; where values have to be forgotten, once all that use them are imported.</summary>
    public async ValueTask<ParsedChunk> NextAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        if (Values.AreTooMany)
        {
            for (var i = 1; i < Chunks; i++)
            {
                await _free.WaitAsync(cancellationToken);
            }

            Values.Trim();
            _free.Release(Chunks - 1);
        }

        // The one that came back last is still near the core.
        return _returned.TryPop(out var last) ? last : new ParsedChunk(Values);
    }

    /// <summary>Takes room back that <see cref="NextAsync"/> gave, from any thread.</summary>
    public void Return(ParsedChunk parsed)
    {
        _returned.Push(parsed);
        _free.Release();
    }

    /// <summary>Turns the chunk into the batch. What the batch was before is void.</summary>
    public void Parse(ParsedChunk parsed)
    {
        do
        {
            // Where an erased person shows up, once more: then it is known whose events the general path has to see.
            Values.NewPeople.Begin();
            parsed.Batch.Clear();
            ParseRecords(parsed.Chunk, parsed.Batch);
            Values.NewPeople.Finish();
        }
        while (Values.NewPeople.AreErased);
        _ids.Add(parsed.Chunk.Text, parsed.Batch);
        OnParsed?.Invoke(parsed.Batch);
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) =>
        line.IsEmpty || (line[0] <= ' ' && line.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0);

    private void ParseRecords(Chunk chunk, EventBatch batch)
    {
        var text = chunk.Padded;
        var isUtf8 = _csv is not null || Utf8.IsValid(chunk.Text);
        if (chunk.Records is { } records)
        {
            foreach (var record in records)
            {
                Add(text, record, isUtf8, batch);
            }

            return;
        }

        var line = chunk.FirstLine;
        for (var start = 0; start < chunk.Length; line++)
        {
            var length = chunk.Text[start..].IndexOf((byte)'\n');
            length = length < 0 ? chunk.Length - start : length;
            var isTooLong = length > IntakeLimits.RecordBytes;
            if (_csv is not null)
            {
                _csv.Read(text, new ChunkRecord(start, length, line, IsTooLong: false), batch);
            }
            else if (isTooLong || !IsBlank(chunk.Text.Slice(start, length)))
            {
                Add(text, new ChunkRecord(start, length, line, isTooLong), isUtf8, batch);
            }

            start += length + 1;
        }
    }

    private void Add(ReadOnlySpan<byte> text, ChunkRecord record, bool isUtf8, EventBatch batch)
    {
        if (!record.IsTooLong
            && (isUtf8 || Utf8.IsValid(text.Slice(record.Start, record.Length)))
            && _quick.TryParse(text, record.Start, record.Start + record.Length, batch))
        {
            return;
        }

        batch.Others.Add((batch.Count, record.IsTooLong
            ? new ParsedRecord(record.Line, null, EventFileReader.TooLong, 0, 0)
            : _general.Read(text.Slice(record.Start, record.Length), record.Line)));
    }
}
