namespace BundleFunctions.Intake.Maps;

/// <summary>Reads rows of CSV by a map: with a header row, or with the columns that the map names.</summary>
internal sealed class MappedCsv
{
    private readonly IRecordMapper _mapper;
    private readonly CsvValues _values;
    private readonly int _columns;
    private readonly bool _mayEndEarly;
    private readonly bool _mayGoOn;
    private readonly int _unknownFields;

    private MappedCsv(IRecordMapper mapper, IReadOnlyList<string> header, bool isNamed, bool mayGoOn, IReadOnlyList<string> ignored)
    {
        _mapper = mapper;
        _values = new CsvValues(mapper.Places, header, mapper.Texts);
        (_columns, _mayEndEarly, _mayGoOn) = (header.Count, isNamed, mayGoOn);
        var known = Enumerable.Range(0, mapper.Places.All.Count).Select(_values.ColumnOf).ToHashSet();
        _unknownFields = header.Where((name, i) => !known.Contains(i) && !ignored.Contains(name, StringComparer.OrdinalIgnoreCase)).Count();
    }

    /// <summary>Opens a file by its first row.</summary>
    /// <param name="mapper">Makes drafts.</param>
    /// <param name="map">The map.</param>
    /// <param name="first">The first row.</param>
    /// <param name="mayGoOn">Whether rows may have more fields than the header.</param>
    /// <param name="isHeader">Whether the row is the header, and no record.</param>
    /// <exception cref="RawFileException">A column that every record needs is missing.</exception>
    public static MappedCsv Open<TField>(
        IRecordMapper mapper, RecordMap<TField> map, IReadOnlyList<string> first, bool mayGoOn, out bool isHeader)
        where TField : struct, Enum
    {
        List<string> found = [.. first.Select(name => name.Trim())];
        isHeader = map.Header.Count == 0 || found.Take(map.Header.Count).SequenceEqual(map.Header.Take(found.Count), StringComparer.OrdinalIgnoreCase);
        if (map.Header.Count > 0)
        {
            return new MappedCsv(mapper, map.Header, isNamed: true, mayGoOn, map.Ignored);
        }

        var missing = map.Columns.Where(column => !map.Optional.Contains(column.Key))
            .Select(column => column.Value)
            .FirstOrDefault(source => !IsIn(found, source));
        return missing is null
            ? new MappedCsv(mapper, found, isNamed: false, mayGoOn, map.Ignored)
            : throw new RawFileException(RejectCodes.MissingColumn, $"Expected a header with column {missing}; found {string.Join(',', found)}.");
    }

    /// <summary>Reads one row into the mapper's draft.</summary>
    public FieldFault? Read(IReadOnlyList<string> row)
    {
        _values.Row = row;
        var fault = _mapper.Read(_values, _unknownFields);
        var fits = row.Count == _columns || (row.Count < _columns ? _mayEndEarly : _mayGoOn);
        return fits ? fault : new(null, RejectCodes.WrongFieldCount, $"Expected {_columns} fields; found {row.Count}.");
    }

    private static bool IsIn(List<string> header, ImportSource source) => source.IsJoined
        ? source.Places.All(place => header.Contains(place, StringComparer.OrdinalIgnoreCase))
        : source.Places.Any(place => header.Contains(place, StringComparer.OrdinalIgnoreCase));
}
