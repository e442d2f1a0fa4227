using System.Globalization;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue.Maps;

/// <summary>Reads products by a catalogue map.</summary>
internal sealed class ProductMapper : IRecordMapper
{
    private static readonly ProductField[] Times = [ProductField.AvailableFrom, ProductField.AvailableTo];

    private readonly FieldMapper<ProductField> _fields;
    private readonly RuleMapper _rules;
    private readonly ListMapper? _categories;
    private readonly ListMapper? _requires;
    private readonly ListMapper? _excludes;
    private readonly (string Name, PlacedSource Source)[] _named;
    private readonly IReadOnlyDictionary<ProductField, string> _attributeFields;
    private readonly int? _all;
    private readonly int? _pairs;
    private readonly MapTime? _time;
    private readonly Dictionary<string, string> _names;

    public ProductMapper(CatalogueMap map)
    {
        Texts = new ValueTexts(map.Empty, map.Trim);
        _fields = new FieldMapper<ProductField>(map, map.Columns, Places, _ => true, field => field is ProductField.Price or ProductField.Cost or ProductField.Stock);
        _rules = new RuleMapper(map.LeaveOut, map.Refuse, Places, _ => false);
        _categories = ListOf(map.Categories);
        _requires = ListOf(map.Requires);
        _excludes = ListOf(map.Excludes);
        _named = [.. (map.Attributes?.Named ?? Empties<string, ImportSource>.All).Select(pair => (pair.Key, Places.Add(pair.Value)))];
        _attributeFields = map.Attributes?.Fields ?? Empties<ProductField, string>.All;
        _all = map.Attributes?.All is { } all ? Places.Add(all) : null;
        _pairs = map.Attributes?.PairsFrom is { } pairs ? Places.Add(pairs) : null;
        _time = map.Time is null ? null : new MapTime(map.Time);
        _names = map.Columns.ToDictionary(pair => ProductFieldNames.Of(pair.Key), pair => pair.Value.Places[0], StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public MapPlaces Places { get; } = new();

    /// <inheritdoc/>
    public ValueTexts Texts { get; }

    public ProductDraft Draft { get; } = new();

    /// <summary>What the file calls one of our fields.</summary>
    public string? NameOf(string? field) => field is null ? null : _names.GetValueOrDefault(field, field);

    /// <inheritdoc/>
    public void Clear() => Draft.Clear();

    /// <inheritdoc/>
    public FieldFault? Read(IRecordValues values, int unknownFields)
    {
        Draft.Clear();
        Draft.UnknownFields = unknownFields;
        var fault = _fields.Read(values, (field, text) => Draft[field] = text);
        fault ??= _categories?.Read(values, Draft.Categories) ?? _requires?.Read(values, Draft.Requires) ?? _excludes?.Read(values, Draft.Excludes);
        return _rules.Find(values) ?? fault ?? ReadAttributes(values) ?? ReadTimes();
    }

    private FieldFault? ReadAttributes(IRecordValues values)
    {
        if (_all is { } all)
        {
            values.ReadProperties(all, Draft.Attributes);
        }

        if (_pairs is { } from && values is CsvValues row)
        {
            ReadPairs(row, from);
        }

        foreach (var (name, source) in _named)
        {
            if (source.Read(values, out var text) is { } fault)
            {
                return fault;
            }

            if (text is not null)
            {
                Draft.Attributes[name] = text;
            }
        }

        foreach (var (field, name) in _attributeFields)
        {
            if (Draft[field] is null && Draft.Attributes.Remove(name, out var text))
            {
                Draft[field] = text;
            }
        }

        return null;
    }

    private void ReadPairs(CsvValues row, int from)
    {
        for (var i = row.ColumnOf(from); i >= 0 && i < row.Row.Count; i++)
        {
            if (Texts.Clean(row.Row[i]) is { } pair && pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                var (name, value) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
                if (value.Length > 0)
                {
                    Draft.Attributes[name] = value;
                }
            }
        }
    }

    private FieldFault? ReadTimes()
    {
        foreach (var field in Times)
        {
            if (_time is not null && Draft[field] is { } found)
            {
                if (!_time.TryRead(found, out var read))
                {
                    return new(ProductFieldNames.Of(field), RejectCodes.TimeInvalid, _time.Expected, found);
                }

                Draft[field] = read.ToString("O", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private ListMapper? ListOf(ImportList? list) => list is null ? null : new ListMapper(list, Places);
}
