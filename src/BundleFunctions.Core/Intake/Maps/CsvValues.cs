namespace BundleFunctions.Intake.Maps;

/// <summary>The values of a row of CSV.</summary>
internal sealed class CsvValues : IRecordValues
{
    private readonly int[] _columns;
    private readonly ValueTexts _texts;

    public CsvValues(MapPlaces places, IReadOnlyList<string> header, ValueTexts texts)
    {
        _texts = texts;
        _columns = [.. places.All.Select(place => IndexOf(header, place))];
    }

    /// <summary>The row; fields that it lacks at its end are absent.</summary>
    public IReadOnlyList<string> Row { get; set; } = [];

    /// <summary>The column that is a place; -1 where the file has none.</summary>
    public int ColumnOf(int place) => _columns[place];

    /// <inheritdoc/>
    public FieldFault? Read(int place, out string? text)
    {
        var column = _columns[place];
        text = column < 0 || column >= Row.Count ? null : _texts.Clean(Row[column]);
        return null;
    }

    /// <inheritdoc/>
    public FieldFault? ReadAll(int place, List<string> into)
    {
        _ = Read(place, out var text);
        if (text is not null)
        {
            into.Add(text);
        }

        return null;
    }

    /// <inheritdoc/>
    public void ReadProperties(int place, SortedDictionary<string, string> into)
    {
    }

    // Of two columns of one name the first counts. Names are first compared as they stand.
    private static int IndexOf(IReadOnlyList<string> header, string place)
    {
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < header.Count; i++)
            {
                if (string.Equals(header[i], place, comparison))
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
