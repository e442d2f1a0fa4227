namespace BundleFunctions.Intake.Maps;

/// <summary>How somebody else's records become ours; <c>docs/import-maps.md</c> explains each setting.</summary>
/// <typeparam name="TField">Our fields.</typeparam>
/// <remarks>What a file leaves out is given as null: it becomes the default.</remarks>
public abstract record RecordMap<TField>
    where TField : struct, Enum
{
    public required string Name { get; init; }

    /// <summary>What the map is for, in words.</summary>
    public string? About { get; init; }

    /// <summary>Files that are read by the map; others are in our own schema. Empty: all.</summary>
    public IReadOnlyList<MapFormat> Formats { get; init => field = value ?? []; } = [];

    /// <summary>Between the fields of CSV; null where it is to be found out from the header.</summary>
    public char? Separator { get; init; }

    /// <summary>Columns of CSV that comes without a header row, in order; rows may end early. Empty where the first row is the header.</summary>
    public IReadOnlyList<string> Header { get; init => field = value ?? []; } = [];

    /// <summary>Our field to their place.</summary>
    public IReadOnlyDictionary<TField, ImportSource> Columns { get; init => field = value ?? Empties<TField, ImportSource>.All; } =
        Empties<TField, ImportSource>.All;

    /// <summary>Fields whose columns a CSV file may lack.</summary>
    public IReadOnlyList<TField> Optional { get; init => field = value ?? []; } = [];

    /// <summary>Columns, or properties, that are known and not wanted, so that they are not counted as unknown.</summary>
    public IReadOnlyList<string> Ignored { get; init => field = value ?? []; } = [];

    /// <summary>Fields that are the same for every record.</summary>
    public IReadOnlyDictionary<TField, string> Constants { get; init => field = value ?? Empties<TField, string>.All; } = Empties<TField, string>.All;

    /// <summary>What fields are where the record does not say.</summary>
    public IReadOnlyDictionary<TField, string> Defaults { get; init => field = value ?? Empties<TField, string>.All; } = Empties<TField, string>.All;

    /// <summary>Their value to ours, by field, whatever the case of the letters; a value that is not named stays as it is, an empty one is absent.</summary>
    public IReadOnlyDictionary<TField, IReadOnlyDictionary<string, string>> Values
    {
        get;
        init => field = value ?? Empties<TField, IReadOnlyDictionary<string, string>>.All;
    }
        = Empties<TField, IReadOnlyDictionary<string, string>>.All;

    /// <summary>Endings that a field is rid of, such as the <c>.0</c> that spreadsheets give to ids.</summary>
    public IReadOnlyDictionary<TField, string> RemoveSuffix { get; init => field = value ?? Empties<TField, string>.All; } = Empties<TField, string>.All;

    /// <summary>Texts that mean nothing is there, such as <c>NULL</c>.</summary>
    public IReadOnlyList<string> Empty { get; init => field = value ?? []; } = [];

    /// <summary>Whether white space around values is no part of them.</summary>
    public bool Trim { get; init; }

    /// <summary>Whether numbers are written as <c>1.234,56</c>.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>How times are written; null where they are RFC 3339.</summary>
    public ImportTime? Time { get; init; }

    /// <summary>Records that are refused, by the first rule that fits, before our own checks.</summary>
    public IReadOnlyList<ImportRefusal> Refuse { get; init => field = value ?? []; } = [];

    /// <summary>Records that are none of ours and expected: counted by code, neither listed nor held against the file.</summary>
    public IReadOnlyList<ImportRefusal> LeaveOut { get; init => field = value ?? []; } = [];

    /// <summary>Whether a file of this format is read by the map.</summary>
    internal bool IsFor(TextFormat format) => format switch
    {
        TextFormat.Csv => Formats.Count == 0 || Formats.Contains(MapFormat.Csv),
        TextFormat.JsonLines or TextFormat.JsonArray => Formats.Count == 0 || Formats.Contains(MapFormat.Json),
        TextFormat.Parquet => true,
        _ => false,
    };
}
