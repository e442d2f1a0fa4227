using BundleFunctions.Intake;

namespace BundleFunctions.Catalogue;

/// <summary>Reads CSV rows of one product file into drafts. Lists are written with <c>|</c> between their values, an attribute as a
/// column <c>attributes.color</c>.</summary>
internal sealed class ProductCsvMapper
{
    private const string AttributePrefix = ProductFieldNames.Attributes + ".";
    private readonly string[] _header;

    /// <exception cref="RawFileException">A column that every product needs is missing.</exception>
    public ProductCsvMapper(IReadOnlyList<string> header)
    {
        _header = [.. header.Select(name => name.Trim())];
        string[] needed = ["productId", "title", "price"];
        if (needed.Except(_header, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            throw new RawFileException(RejectCodes.MissingColumn, $"Expected a header with column {missing}; found {string.Join(',', _header)}.");
        }
    }

    public ProductDraft Draft { get; } = new();

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
            Set(_header[i], row[i]);
        }

        return null;
    }

    private void Set(string column, string value)
    {
        switch (column)
        {
            case ProductFieldNames.Categories:
                Draft.Categories.AddRange(Split(value));
                break;
            case ProductFieldNames.Requires:
                Draft.Requires.AddRange(Split(value));
                break;
            case ProductFieldNames.Excludes:
                Draft.Excludes.AddRange(Split(value));
                break;
            case not null when ProductFieldNames.ByName.TryGetValue(column, out var field):
                Draft[field] = value;
                break;
            case not null when column.StartsWith(AttributePrefix, StringComparison.Ordinal):
                if (value.Length > 0)
                {
                    Draft.Attributes[column[AttributePrefix.Length..]] = value;
                }

                break;
            default:
                Draft.UnknownFields++;
                break;
        }
    }

    private static string[] Split(string value) => value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
