using BundleFunctions.Lake.Parquet;

namespace BundleFunctions.Lake;

/// <summary>Reads Parquet files with the columns of <see cref="EventSchema"/>, whoever wrote them: other encodings, page forms and orders of
/// columns, nullable where ours are not, more columns than ours.</summary>
internal sealed class PartDecoder
{
    private static readonly (string Name, TextField Field)[] TextColumns =
    [
        ("visitor", TextField.Visitor),
        ("user", TextField.User),
        ("session", TextField.Session),
        ("order", TextField.Order),
        ("currency", TextField.Currency),
        ("query", TextField.Query),
        ("channel", TextField.Channel),
        ("bundleId", TextField.BundleId),
        ("robot", TextField.Robot),
    ];

    private readonly ColumnFiller _filler = new();

    /// <summary>Adds the file's events to <paramref name="into"/>.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="into">Where they go; after an exception its content is undefined.</param>
    /// <param name="fields">What to read.</param>
    /// <exception cref="InvalidDataException">The file is broken, lacks a column that must be there, or holds what is no event.</exception>
    public void Decode(ReadOnlyMemory<byte> bytes, EventColumns into, EventFields fields = EventFields.All)
    {
        var file = ParquetFile.Open(bytes);
        foreach (var group in file.Groups)
        {
            var rows = (int)group.Rows;
            var start = into.Count;
            into.Extend(rows);
            ColumnFiller.Bytes(Must(file, group, "eventId"), into.EventIds, rows);
            ReadTypes(Must(file, group, "type"), into.Types[start..]);
            ReadTimes(Must(file, group, "occurredAt"), into.Times[start..]);
            ReadTexts(file, group, into, start, fields);
            ReadRest(file, group, into, start, fields);
            new ItemDecoder(_filler, file, group, into).Decode(start, fields);
        }
    }

    private static ColumnReader Must(ParquetFile file, RowGroup group, string name) =>
        file.Column(group, name) ?? throw new InvalidDataException($"A lake part has no column {name}.");

    private void ReadTypes(ColumnReader column, Span<EventType> into)
    {
        var names = new TextTable();
        for (var code = 1; code <= EventSchema.TypeNames.Count; code++)
        {
            names.Intern(EventSchema.TypeNames[code]);
        }

        var codes = new int[into.Length];
        _filler.Texts(column, codes, names);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = codes[i] is > 0 and var code && code <= EventSchema.TypeNames.Count
                ? EventSchema.TypeOf(code)
                : throw new InvalidDataException($"Row {i} of a lake part has no type that is known.");
        }
    }

    private void ReadTimes(ColumnReader column, Span<long> into)
    {
        into.Fill(long.MinValue);
        _filler.Numbers(column, into, LakeUnits.FromTimestamp);
        if (into.IndexOf(long.MinValue) is >= 0 and var row)
        {
            throw new InvalidDataException($"Row {row} of a lake part has no time.");
        }
    }

    private void ReadTexts(ParquetFile file, RowGroup group, EventColumns into, int start, EventFields fields)
    {
        foreach (var (name, field) in TextColumns)
        {
            if (fields.HasFlag((EventFields)(1 << (int)field)) && file.Column(group, name) is { } column)
            {
                _filler.Texts(column, into.Codes(field)[start..], into.Texts);
            }
        }
    }

    private void ReadRest(ParquetFile file, RowGroup group, EventColumns into, int start, EventFields fields)
    {
        if (fields.HasFlag(EventFields.Rating) && file.Column(group, "rating") is { } rating)
        {
            _filler.Numbers(rating, into.Ratings[start..], LakeUnits.FromDecimal);
        }

        if (fields.HasFlag(EventFields.RecommendationId) && file.Column(group, "recommendationId") is { } recommendation)
        {
            ColumnFiller.Bytes(recommendation, into.RecommendationIds, (int)group.Rows);
        }

        into.RecommendationIds.PadTo(into.Count);
        if (fields.HasFlag(EventFields.Consent)
            && file.Column(group, "consent.personalization") is { } personalization
            && file.Column(group, "consent.analytics") is { } analytics)
        {
            _filler.Consents(personalization, into.Consents[start..], ConsentCode.Personalization);
            _filler.Consents(analytics, into.Consents[start..], ConsentCode.Analytics);
        }
    }
}
