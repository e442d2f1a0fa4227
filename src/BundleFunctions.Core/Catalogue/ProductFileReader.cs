using System.Runtime.CompilerServices;
using BundleFunctions.Catalogue.Maps;
using BundleFunctions.Intake;
using BundleFunctions.Intake.Maps;

namespace BundleFunctions.Catalogue;

/// <summary>Reads a raw product file record by record, whatever its format.</summary>
internal sealed class ProductFileReader(ICsvRows csv, IParquetRows parquet, ProductValidator validator, CatalogueMap? map)
{
    /// <exception cref="RawFileException">The file is broken as a whole.</exception>
    public IAsyncEnumerable<ParsedProduct> ReadAsync(RawText text, CancellationToken cancellationToken) => text.Format switch
    {
        _ when map?.IsFor(text.Format) is true => ReadMappedAsync(map, text, cancellationToken),
        TextFormat.JsonLines => ReadJsonAsync(new LineReader(text.Content), cancellationToken),
        TextFormat.JsonArray => ReadJsonAsync(new JsonArrayReader(text.Content), cancellationToken),
        TextFormat.Csv => ReadCsvAsync(text, cancellationToken),
        TextFormat.Parquet => ReadJsonAsync(new ParquetRecords(parquet, text.Content), cancellationToken),
        _ => AsyncEnumerable.Empty<ParsedProduct>(),
    };

    private async IAsyncEnumerable<ParsedProduct> ReadJsonAsync(
        IRecordReader records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (records)
        {
            var draft = new ProductDraft();
            while (await records.ReadAsync(cancellationToken))
            {
                var fault = records.IsTooLong ? EventFileReader.TooLong : ProductJsonParser.Parse(records.Record.Span, draft);
                yield return Check(records.Line, draft, fault);
            }
        }
    }

    private async IAsyncEnumerable<ParsedProduct> ReadMappedAsync(
        CatalogueMap rules, RawText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapper = new ProductMapper(rules);
        var file = new MappedFile(csv, parquet);
        await foreach (var (line, fault) in file.ReadAsync(text, rules, mapper, rules.Attributes?.PairsFrom is not null, cancellationToken))
        {
            var product = Check(line, mapper.Draft, fault);
            yield return product.Fault is { } own ? product with { Fault = own with { Field = mapper.NameOf(own.Field) } } : product;
        }
    }

    private async IAsyncEnumerable<ParsedProduct> ReadCsvAsync(RawText text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ProductCsvMapper? mapper = null;
        await foreach (var row in csv.ReadAsync(text.Content, text.Separator, cancellationToken))
        {
            if (mapper is null)
            {
                mapper = row.Fault is null
                    ? new ProductCsvMapper(row.Fields)
                    : throw new RawFileException(row.Fault.Code, $"Expected a header row. {row.Fault.Reason}", row.Line);
                continue;
            }

            yield return Check(row.Line, mapper.Draft, row.Fault ?? mapper.Read(row.Fields));
        }
    }

    private ParsedProduct Check(long line, ProductDraft draft, FieldFault? fault)
    {
        Product? valid = null;
        fault ??= validator.Validate(draft, out valid);
        return new ParsedProduct(line, valid, fault, fault is null ? draft.UnknownFields : 0);
    }
}
