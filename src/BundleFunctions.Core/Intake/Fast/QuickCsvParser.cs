using System.Text;

namespace BundleFunctions.Intake.Fast;

/// <summary>Reads and checks rows of CSV in our own schema, as <see cref="QuickEventParser"/> does objects: what it does not wholly understand goes
/// to <see cref="EventCsvMapper"/> and <see cref="EventValidator"/>.</summary>
internal sealed class QuickCsvParser
{
    private readonly QuickFields _fields;
    private readonly GeneralEvents _general;
    private readonly EventCsvMapper _mapper;
    private readonly byte _separator;
    private readonly (int Column, EventField Field)[] _eventColumns;
    private readonly (int Column, EventField Field)[] _itemColumns;
    private readonly int _productColumn;
    private readonly JsonValue[] _values;
    private readonly int _unknownFields;
    private readonly bool _isQuick;

    /// <param name="fields">Checks fields.</param>
    /// <param name="general">Reads what is odd.</param>
    /// <param name="header">The columns.</param>
    /// <param name="separator">What stands between fields.</param>
    public QuickCsvParser(QuickFields fields, GeneralEvents general, IReadOnlyList<string> header, byte separator)
    {
        (_fields, _general, _separator) = (fields, general, separator);
        _mapper = new EventCsvMapper(header);
        var columns = header
            .Select((name, column) => (Column: column, Field: EventFieldNames.ByName.TryGetValue(name.Trim(), out var field) ? field : (EventField?)null))
            .ToArray();
        var known = columns.Where(column => column.Field is not null).Select(column => (column.Column, Field: column.Field!.Value)).ToArray();
        _eventColumns = [.. known.Where(column => column.Field < EventField.ProductId)];
        _itemColumns = [.. known.Where(column => column.Field >= EventField.ProductId)];
        _productColumn = Array.FindIndex(columns, column => column.Field == EventField.ProductId);
        _values = new JsonValue[columns.Length];
        _unknownFields = columns.Length - known.Length;

        // Of two columns of one name the second counts, which the quick way knows nothing of.
        _isQuick = known.DistinctBy(column => column.Field).Count() == known.Length;
    }

    /// <summary>Adds a row to the batch.</summary>
    /// <param name="text">The padded buffer: simple lines of UTF-8 (<see cref="CsvChunks"/>).</param>
    /// <param name="record">Where the row stands.</param>
    /// <param name="batch">Where it goes.</param>
    public void Read(ReadOnlySpan<byte> text, in ChunkRecord record, EventBatch batch)
    {
        var end = record.Start + record.Length;
        end -= record.Length > 0 && text[end - 1] == '\r' ? 1 : 0;
        if (end == record.Start)
        {
            return;
        }

        var count = CsvChunks.Split(text, record.Start, end, _separator, _values);
        if (count != _values.Length || !_isQuick || !TryRead(text, record.Start, end, batch))
        {
            var row = new string[count];
            var values = count <= _values.Length ? _values.AsSpan(0, count) : new JsonValue[count];
            CsvChunks.Split(text, record.Start, end, _separator, values);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Encoding.UTF8.GetString(text.Slice(values[i].Start, values[i].Length));
            }

            batch.Others.Add((batch.Count, _general.Check(record.Line, _mapper.Draft, _mapper.Read(row))));
        }
    }

    private bool TryRead(ReadOnlySpan<byte> text, int start, int end, EventBatch batch)
    {
        ref var parsed = ref batch.Next();
        _fields.Begin(batch);
        _fields.UnknownFields = _unknownFields;
        var isPlain = text[start..end].IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
        if (TryFields(text, isPlain, ref parsed) && TryItem(text, isPlain, batch) && _fields.TryEnd(batch, ref parsed, text))
        {
            batch.Accept();
            return true;
        }

        batch.ItemCount = _fields.FirstItem;
        return false;
    }

    private bool TryFields(ReadOnlySpan<byte> text, bool isPlain, ref ParsedEvent parsed)
    {
        foreach (var (column, field) in _eventColumns)
        {
            if (_values[column].Length > 0 && !_fields.TryRead(field, text, Value(text, column, isPlain), ref parsed))
            {
                return false;
            }
        }

        return true;
    }

    // What stands beside an empty product id is not looked at.
    private bool TryItem(ReadOnlySpan<byte> text, bool isPlain, EventBatch batch)
    {
        if (_productColumn < 0 || _values[_productColumn].Length == 0)
        {
            return true;
        }

        ref var item = ref _fields.BeginItem(batch);
        foreach (var (column, field) in _itemColumns)
        {
            if (_values[column].Length > 0 && !_fields.TryReadItem(field, text, Value(text, column, isPlain), ref item))
            {
                return false;
            }
        }

        return _fields.TryEndItem(ref item);
    }

    private JsonValue Value(ReadOnlySpan<byte> text, int column, bool isPlain)
    {
        var value = _values[column];
        return isPlain || text.Slice(value.Start, value.Length).IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
            ? value
            : value with { Form = TextForm.Wide };
    }
}
