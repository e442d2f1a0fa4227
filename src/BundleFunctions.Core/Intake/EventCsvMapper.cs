namespace BundleFunctions.Intake;

/// <summary>Reads CSV rows of one file in our own schema into drafts, by its header.</summary>
internal sealed class EventCsvMapper
{
    private readonly string[] _header;
    private readonly EventField?[] _fields;
    private readonly int _unknownFields;

    /// <exception cref="RawFileException">A column that every row needs is missing.</exception>
    public EventCsvMapper(IReadOnlyList<string> header)
    {
        _header = [.. header.Select(name => name.Trim())];
        _fields = new EventField?[_header.Length];
        for (var i = 0; i < _header.Length; i++)
        {
            _fields[i] = EventFieldNames.ByName.TryGetValue(_header[i], out var field) ? field : null;
            _unknownFields += _fields[i] is null ? 1 : 0;
        }

        string[] needed = ["type", "occurredAt"];
        if (needed.Except(_header, StringComparer.Ordinal).FirstOrDefault() is { } column)
        {
            throw new RawFileException(RejectCodes.MissingColumn, $"Expected a header with column {column}; found {string.Join(',', _header)}.");
        }
    }

    public EventDraft Draft { get; } = new(EventFieldNames.All, isFlat: true);

    /// <summary>Reads one row into <see cref="Draft"/>.</summary>
    public FieldFault? Read(IReadOnlyList<string> row)
    {
        Draft.Clear();
        if (row.Count != _header.Length)
        {
            return new(null, RejectCodes.WrongFieldCount, $"Expected {_header.Length} fields; found {row.Count}.");
        }

        for (var i = 0; i < row.Count; i++)
        {
            if (_fields[i] is { } field)
            {
                Draft[field] = row[i];
            }
        }

        Draft.UnknownFields = _unknownFields;
        if (Draft[EventField.ProductId] is not null)
        {
            Draft.Items.Add(new ItemDraft(
                Draft[EventField.ProductId],
                Draft[EventField.Quantity],
                Draft[EventField.UnitPrice],
                Draft[EventField.Discount],
                Draft[EventField.Title]));
        }

        return null;
    }
}
